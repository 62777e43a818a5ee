import { say, type SafeText } from '../../terminal/safe-text.ts';

/** What the marks of the screens say where lines are read aloud. */
export const markWords = {
  good: say`OK:`,
  bad: say`Problem:`,
  attention: say`Attention:`,
  running: say`Running:`,
} as const;

/** What the linear mode says around the sentences of the screens. */
export const linearWords = {
  intro: say`clawdial in lines: type the number of an answer and press Enter. ? and Enter tells what else can be typed.`,
  step: (current: number, total: number, title: SafeText): SafeText => say`Step ${current} of ${total}: ${title}`,
  prompt(count: number): SafeText {
    if (count === 0) return say`Answer (b back, q leave, ? help): `;
    return count === 1 ? say`Answer (1, b back, q leave, ? help): ` : say`Answer (1 to ${count}, b back, q leave, ? help): `;
  },
  textPrompt: (label: SafeText, value: SafeText): SafeText => (value === '' ? say`${label}: ` : say`${label} (Enter keeps ${value}): `),
  secretPrompt: (label: SafeText): SafeText => say`${label}, then press Enter. It is not shown: `,
  sample: (characters: SafeText): SafeText => say`A made-up one is filled in, ${characters}. Press Enter.`,
  unknown: (typed: SafeText): SafeText => say`${typed} is none of the answers here.`,
  minusEmpties: say`A minus sign alone leaves it empty.`,
  back: say`Back.`,
  escapeCancels: say`Escape cancels.`,
  profiles: (count: number): SafeText => (count === 1 ? say`1 credential:` : say`${count} credentials:`),
  agents: (count: number): SafeText => (count === 1 ? say`1 agent:` : say`${count} agents:`),
  usedBy: (agents: SafeText, more: number): SafeText => (more === 0 ? say`used by ${agents}` : say`used by ${agents} and ${more} more`),
  cache: (retention: SafeText): SafeText => say`cache ${retention}`,
  news: {
    added: (sentence: SafeText): SafeText => say`New: ${sentence}.`,
    gone: (name: SafeText): SafeText => say`${name} is gone.`,
    state: (name: SafeText, is: SafeText, was: SafeText): SafeText => say`${name} is now ${is}; it was ${was}.`,
    agent: (agent: SafeText, uses: SafeText): SafeText => say`Agent ${agent} now: ${uses}.`,
    newAgent: (agent: SafeText, uses: SafeText): SafeText => say`New agent ${agent}: ${uses}.`,
    now: (what: SafeText): SafeText => say`Now: ${what}.`,
  },
  cacheAnswers: {
    refused: say`it cannot be set here, as said above.`,
    agents: say`Cache retention of an agent:`,
    models: say`Baseline of a model, for the agents without a setting of their own:`,
    more: say`More:`,
    override: say`set for it alone`,
    noOverride: say`nothing set for it alone`,
    onWire: (wire: SafeText): SafeText => say`on the wire ${wire}`,
    from: (origin: SafeText): SafeText => say`from ${origin}`,
    present: say`as it is now`,
    migrate: say`Replace the old cacheControlTtl`,
    undo: say`Take the last save back`,
    advise: say`Hear what each would cost`,
    change: say`Change the retention`,
    oftener: say`Reckon with more frequent calls`,
    rarer: say`Reckon with rarer calls`,
    longer: say`Reckon with a longer prompt`,
    shorter: say`Reckon with a shorter prompt`,
  },
  help: {
    title: say`What can be typed here, each followed by Enter:`,
    number: say`the number of an answer: take it`,
    repeat: say`nothing: read this page again`,
    text: say`a text: answer with it; nothing keeps what stands there`,
    secret: say`the credential: paste it as it is, also with line breaks; Enter of its own ends it, Ctrl+U empties it`,
    back: say`b, or the Escape key: back`,
    leave: say`q, or Ctrl+C: leave`,
    help: say`?: this list`,
  },
  answers: {
    continue: say`Go on`,
    anotherSecret: say`Paste another secret`,
    readAgain: say`Read the files again`,
    understood: say`I have read this; go on`,
    haveToken: say`I have a setup-token; go on`,
    runClaude: say`Run claude setup-token here`,
    write: say`Write these changes`,
    status: say`Go to the status`,
  },
  saving: say`Saving…`,
} as const;
