/** One break of the program. */
export interface Mutation {
  readonly name: string;
  readonly file: string;
  /** Must stand in the file exactly once. */
  readonly from: string;
  readonly to: string;
  /** The tests that are asked. */
  readonly tests: readonly string[];
  /** They belong to `npm run test:faults`. */
  readonly faults?: boolean;
}

const replaceOnce = 'src/changes/replace-once.ts';
const applyFiles = 'src/changes/apply-files.ts';
const lockFile = 'src/changes/lock-file.ts';
const newFile = 'src/changes/new-file.ts';

export const mutations: readonly Mutation[] = [
  { name: 'compiled code of anybody is run', file: 'src/code-cache/read-code.ts', from: 'found.isFile() && isOursAlone(found, user)', to: 'found.isFile()', tests: ['test/code-cache/keep-code.test.ts'] },
  { name: 'compiled code is not synced before it has its name', file: 'src/code-cache/keep-code.ts', from: '    await file.sync();\n', to: '', tests: ['test/code-cache/keep-code.test.ts'] },
  { name: 'no fsync of the new file', file: newFile, from: '      fsyncSync(fd);\n    } finally {\n      closeSync(fd);\n    }\n  } catch', to: '    } finally {\n      closeSync(fd);\n    }\n  } catch', tests: ['test/faults/power-cut.test.ts'], faults: true },
  { name: 'no fsync of the directory', file: newFile, from: '      fsyncSync(fd);\n    } finally {\n      closeSync(fd);\n    }\n  });', to: '    } finally {\n      closeSync(fd);\n    }\n  });', tests: ['test/changes/system-calls.test.ts'] },
  { name: 'no fsync of the lock', file: lockFile, from: '    fsyncSync(fd);\n', to: '', tests: ['test/faults/power-cut.test.ts'], faults: true },
  { name: 'no O_EXCL', file: newFile, from: 'constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW', to: 'constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW', tests: ['test/changes/system-calls.test.ts'] },
  { name: 'new files readable by all', file: newFile, from: 'constants.O_NOFOLLOW, mode & 0o600)', to: 'constants.O_NOFOLLOW, 0o666)', tests: ['test/changes/system-calls.test.ts'] },
  { name: 'laxer modes kept', file: 'src/changes/prepare-file.ts', from: 'stats.mode & 0o600', to: 'stats.mode & 0o666', tests: ['test/changes/apply.test.ts'] },
  { name: 'no compare before the rename', file: replaceOnce, from: 'if (hashOf(held) !== expected)', to: 'if (expected === undefined)', tests: ['test/changes/apply.test.ts', 'test/changes/system-calls.test.ts'] },
  { name: 'no compare under the lock', file: applyFiles, from: "findProblem(changing, 'merged') ?? ", to: '', tests: ['test/changes/apply.test.ts'] },
  { name: 'no read-back', file: replaceOnce, from: 'return isInPlace(target, bytes) ?', to: 'return bytes.length > 0 ?', tests: ['test/changes/system-calls.test.ts'] },
  { name: 'no look at the overtaken file', file: replaceOnce, from: 'if (writing !== null)', to: 'if (writing === undefined)', tests: ['test/changes/system-calls.test.ts'] },
  { name: 'an overtaken writing comes back once, over whatever stands there', file: 'src/changes/replace.ts', from: 'writings.reduce(withWriting, current)', to: 'first.left', tests: ['test/changes/overtaken.test.ts', 'test/changes/system-calls.test.ts'] },
  { name: 'an older copy takes away what came between', file: 'src/changes/overtaken.ts', from: "kind === 'remove' ? 1000 : 1", to: "kind === 'remove' ? 0 : 1", tests: ['test/changes/overtaken.test.ts'] },
  { name: 'no second look', file: 'src/changes/apply.ts', from: 'file?.judge === undefined ? null', to: 'file !== null ? null', tests: ['test/changes/settle.test.ts'] },
  { name: 'no merge of what OpenClaw wrote meanwhile', file: 'src/changes/merge.ts', from: "state === 'undone' || state === 'kept' ? replan() : null", to: "state === 'kept' ? replan() : null", tests: ['test/changes/settle.test.ts'] },
  { name: 'what others set is overwritten', file: 'src/changes/merge.ts', from: "state === 'undone' || state === 'kept' ? replan() : null", to: 'replan()', tests: ['test/changes/settle.test.ts'] },
  { name: 'no lock', file: 'src/changes/lock.ts', from: 'if (heldHere.has(path) || !publishLock(path, content))', to: 'if (heldHere.has(path))', tests: ['test/changes/lock.test.ts'] },
  { name: 'the locks of others are broken', file: lockFile, from: '  if (!isAlive(lock.pid)) {\n    return true;\n  }', to: '  if (lock.pid > 0) {\n    return true;\n  }', tests: ['test/changes/lock.test.ts'] },
  { name: 'another start time counts as the same process', file: lockFile, from: '&& lock.startTime !== started', to: '&& lock.startTime === -1', tests: ['test/changes/lock.test.ts'] },
  { name: 'the lock of another is released', file: 'src/changes/lock.ts', from: '    if (isSame(path, content)) {', to: '    if (content.length > 0) {', tests: ['test/changes/lock.test.ts'] },
  { name: 'a lost lock is not noticed', file: applyFiles, from: 'let conflict = !locks.stillOurs();', to: 'let conflict = false;', tests: ['test/changes/settle.test.ts'] },
  { name: 'litter stays', file: 'src/changes/litter.ts', from: 'names.filter((name) => isAbandoned(name, pattern))', to: 'names.filter(() => false)', tests: ['test/changes/apply.test.ts'] },
  { name: 'no backup', file: 'src/changes/prepare-file.ts', from: 'before === null ? null : writeBackup(', to: 'before === null || before.length > 0 ? null : writeBackup(', tests: ['test/changes/apply.test.ts'] },
  { name: 'hard links are split', file: 'src/changes/target.ts', from: 'if (stats.nlink > 1)', to: 'if (stats.nlink > 9)', tests: ['test/changes/apply.test.ts'] },
  { name: 'symlinks are replaced', file: 'src/changes/target.ts', from: "isSymbolicLink() !== true)", to: "isSymbolicLink() !== undefined)", tests: ['test/changes/apply.test.ts'] },
  { name: 'text is shown raw (safeText)', file: 'src/terminal/safe-text.ts', from: String.raw`raw.replace(harmfulCharacters('\u{FE0F}'), escapeCharacter)`, to: 'raw', tests: ['test/e2e/hostile-text.test.ts'] },
  { name: 'JSON is printed raw', file: 'src/commands/json-text.ts', from: '.replace(harmfulCharacters(String.raw`\\n`), escapeUnits)', to: '', tests: ['test/e2e/hostile-text.test.ts'] },
  { name: 'secrets stay in messages (redact)', file: 'src/terminal/redact.ts', from: '    .replace(anyCredential, replacement)\n', to: '', tests: ['test/terminal/redact.test.ts'] },
  { name: 'known secrets stay in messages', file: 'src/terminal/redact.ts', from: 'secrets.reduce(withoutSecret, text)', to: 'text', tests: ['test/terminal/redact.test.ts'] },
  { name: 'a printed secret shows itself', file: 'src/terminal/secret.ts', from: "  toJSON(): string {\n    return '[secret]';", to: '  toJSON(): string {\n    return this.#value;', tests: ['test/terminal/secret.test.ts'] },
  { name: 'redirects are followed', file: 'src/anthropic/request.ts', from: "redirect: 'error'", to: "redirect: 'follow'", tests: ['test/anthropic/check.test.ts'] },
  { name: 'no deadline', file: 'src/anthropic/request.ts', from: 'AbortSignal.any([request.signal, deadline])', to: 'request.signal', tests: ['test/anthropic/enemy.test.ts'] },
  { name: 'no limit on a reply', file: 'src/anthropic/request.ts', from: 'if (bytes > longestBytes)', to: 'if (bytes < 0)', tests: ['test/anthropic/check.test.ts'] },
  { name: 'a key with a newline is sent', file: 'src/anthropic/check.ts', from: "if (diagnosis.state !== 'usable' && diagnosis.state !== 'truncated')", to: "if (diagnosis.state === 'empty')", tests: ['test/anthropic/check.test.ts'] },
  { name: 'no signal handlers', file: 'src/terminal/lifecycle.ts', from: '      process.on(signal, listener);', to: '      void listener;', tests: ['test/terminal/lifecycle.test.ts'] },
  { name: 'a rare signal leaves the terminal raw', file: 'src/terminal/signals.ts', from: "'SIGUSR2', ", to: '', tests: ['test/terminal/lifecycle.test.ts'] },
  { name: 'a signal opens the debugger', file: 'src/terminal/signals.ts', from: "['SIGUSR1', 'SIGXFSZ']", to: "['SIGXFSZ']", tests: ['test/terminal/lifecycle.test.ts'] },
  { name: 'the limit on file sizes ends the screens', file: 'src/terminal/signals.ts', from: "['SIGUSR1', 'SIGXFSZ']", to: "['SIGUSR1']", tests: ['test/terminal/lifecycle.test.ts'] },
  { name: 'the terminal is not restored', file: 'src/terminal/lifecycle.ts', from: 'writeQuietly(this.#options.stdout.fd, restoreSequence(this.#options.alternateScreen));', to: '', tests: ['test/terminal/lifecycle.test.ts'] },
  { name: 'a signal does not wait for a write', file: 'src/terminal/lifecycle.ts', from: '      await this.#grace();\n', to: '', tests: ['test/terminal/lifecycle.test.ts'] },
  { name: 'a crash ends with 0', file: 'src/terminal/lifecycle.ts', from: 'process.exit(1);', to: 'process.exit(0);', tests: ['test/terminal/lifecycle.test.ts'] },
  { name: 'a backup after the clock was set back counts as the oldest', file: 'src/changes/backup.ts', from: 'newest === undefined || newest < name ? name', to: "newest === undefined || name !== '' ? name", tests: ['test/changes/apply.test.ts'] },
  { name: 'a process of another user counts as dead', file: 'src/changes/process-facts.ts', from: "if (codeOf(error) === 'ESRCH')", to: "if (codeOf(error) !== '')", tests: ['test/faults/locks.test.ts'], faults: true },
  { name: 'a lock that nobody sees is not told', file: 'src/changes/lock-reach.ts', from: "{ why: 'container' } : null", to: 'null : null', tests: ['test/faults/locks.test.ts'], faults: true },
  { name: 'the clock is not looked at (--watch)', file: 'src/commands/models-status/watch-status.ts', from: 'now < readAt || now >=', to: 'now < 0 && now >=', tests: ['test/e2e/models-status.test.ts'] },
  { name: 'the owner of a file is not kept', file: 'src/changes/new-file.ts', from: '        fchownSync(fd, owner.uid, owner.gid);\n', to: '', tests: ['test/changes/apply.test.ts'] },
  { name: 'directories that others may enter', file: 'src/changes/directories.ts', from: 'mkdirSync(path, 0o700);', to: 'mkdirSync(path, 0o755);', tests: ['test/changes/system-calls.test.ts'] },
  { name: 'an include leads out by a link', file: 'src/openclaw/config-include.ts', from: "if (real !== null && !isInside(real, walk.realRoot)) throw new IncludeError(path, 'outside');", to: '', tests: ['test/openclaw/config.test.ts', 'test/openclaw/read-snapshot.test.ts'] },
  { name: 'an agent id leads out of the state directory', file: 'src/rules/agents.ts', from: ".replaceAll(/[^a-z0-9_-]+/g, '-')", to: '', tests: ['test/rules/agents.test.ts'] },
  { name: 'bytes that are no text are read as text', file: 'src/openclaw/local-files.ts', from: 'if (!isUtf8(bytes)) return', to: 'if (bytes.length < 0) return', tests: ['test/openclaw/local-files.test.ts'] },
  { name: 'a child gets the whole environment', file: 'src/openclaw-program/program-environment.ts', from: "value !== undefined && isKept(name, referred)", to: "value !== undefined && (isKept(name, referred) || name !== '')", tests: ['test/e2e/openclaw-saves.test.ts', 'test/changes/apply-commands.test.ts'] },
  { name: 'Node writes a report', file: 'src/terminal/diagnostic-report.ts', from: '  process.report.reportOnSignal = false;\n', to: '', tests: ['test/faults/secrets.test.ts'], faults: true },
  { name: 'certificates need not be checked', file: 'src/anthropic/check.ts', from: "process.env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0'", to: "process.env['NODE_TLS_REJECT_UNAUTHORIZED'] === 'no'", tests: ['test/anthropic/check.test.ts'] },
  { name: 'writing although the operator forbids it', file: 'src/changes/apply.ts', from: 'options.readOnly !== undefined && options.readOnly !== null', to: 'options.readOnly === null && options.readOnly !== null', tests: ['test/changes/apply.test.ts'] },
  { name: 'Ctrl+Z leaves the terminal raw', file: 'src/terminal/lifecycle.ts', from: '      await this.#options.onSuspend?.();\n', to: '', tests: ['test/terminal/lifecycle.test.ts'] },
  { name: 'a reader that goes away is a crash', file: 'src/commands/output.ts', from: "      if (isCode(error, 'EPIPE')) process.exit(0);\n      throw error;", to: '      throw error;', tests: ['test/faults/terminal.test.ts'], faults: true },
  { name: 'a second Enter writes a second time', file: 'components/wizard/updates/review.ts', from: "  if (screen.saving.state !== 'idle') return whileSaving(state, screen, event);\n", to: '', tests: ['test/components/wizard/model.test.ts'] },
  { name: 'any key writes', file: 'components/wizard/updates/review.ts', from: "event.type !== 'continue' || screen.review.state", to: 'screen.review.state', tests: ['test/components/wizard/model.test.ts'] },
  { name: 'going back loses what was typed', file: 'components/wizard/navigation.ts', from: 'history: [...state.history, state.screen]', to: 'history: [...state.history]', tests: ['test/components/wizard/model.test.ts'] },
];
