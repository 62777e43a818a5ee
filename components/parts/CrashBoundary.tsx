import { Component, type ReactNode } from 'react';
import type { SafeText } from '../../src/terminal/safe-text.ts';
import { Text } from './Text.tsx';

export interface CrashBoundaryProps {
  readonly children: ReactNode;
  /** The one line for people: redacted, no stack, no source. */
  readonly describe: (error: unknown) => SafeText;
  /** Called once, so that the program can end with an exit code that is not 0. */
  readonly onCrash: (error: unknown) => void;
}

interface CrashBoundaryState {
  readonly crash: { readonly error: unknown } | null;
}

/** Catches a fault in any component below it before Ink does, whose own screen would show message, stack and source. */
export class CrashBoundary extends Component<CrashBoundaryProps, CrashBoundaryState> {
  override state: CrashBoundaryState = { crash: null };

  static getDerivedStateFromError(error: unknown): CrashBoundaryState {
    return { crash: { error } };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onCrash(error);
  }

  override render(): ReactNode {
    const { crash } = this.state;
    return crash === null ? this.props.children : <Text tone="bad">{this.props.describe(crash.error)}</Text>;
  }
}
