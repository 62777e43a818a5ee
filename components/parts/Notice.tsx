import { Box } from 'ink';
import { use } from 'react';
import type { SafeText } from '../../src/terminal/safe-text.ts';
import { marksFor, ThemeContext, type Marks, type Tone } from '../theme.ts';
import { Paragraph } from './Paragraph.tsx';
import { Text } from './Text.tsx';

export interface NoticeProps {
  readonly tone: Tone;
  /** What is so. */
  readonly title: SafeText;
  /** What to do, or what it means; each wraps on its own. */
  readonly advice?: readonly SafeText[];
}

/** Something that the person should know, with what to do about it. The mark says the same as the colour. */
export function Notice({ tone, title, advice = [] }: NoticeProps) {
  const marks = marksFor(use(ThemeContext));
  return (
    <Box flexShrink={0} columnGap={1}>
      <Box flexShrink={0}>
        <Text tone={tone} bold>{noticeMark(tone, marks)}</Text>
      </Box>
      <Box flexDirection="column" flexShrink={1}>
        <Paragraph tone={tone} bold indent={2}>{title}</Paragraph>
        {advice.map((sentence) => (
          <Paragraph key={sentence} indent={2}>{sentence}</Paragraph>
        ))}
      </Box>
    </Box>
  );
}

function noticeMark(tone: Tone, marks: Marks): SafeText {
  if (tone === 'good' || tone === 'bad' || tone === 'attention') {
    return marks[tone];
  }
  return marks.bullet;
}
