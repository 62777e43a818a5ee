import { meaningOf, type Meaning } from '../../../components/linear/answer.ts';
import { isSamePage, type LinearView, type Page } from '../../../components/linear/page.ts';
import { helpLines, pageLines, promptText, rowText } from '../../../components/linear/page-lines.ts';
import { editDraft, emptyDraft, type SecretDraft } from '../../../components/parts/secret-draft.ts';
import type { Store } from '../../../components/store.ts';
import type { LineKey } from '../../terminal/line-keys.ts';
import { safeText, type SafeText } from '../../terminal/safe-text.ts';
import { emptyLine, extended, shortened } from '../../terminal/typed-line.ts';
import { linearWords } from '../../words/linear.ts';
import { charactersWords } from '../../words/parts.ts';
import type { LineListener, LineTerminal } from './line-terminal.ts';

/**
 * Plays one app in lines: reads its page out, takes an answer, says what happens meanwhile. All behaviour is the app's
 * own: what a person answers goes into its store as the same events that the keys of its screens are.
 */
export class Conversation<State, Event> implements LineListener {
  readonly #terminal: LineTerminal;
  readonly #view: LinearView<State, Event>;
  readonly #store: Store<State, Event>;
  readonly #unsubscribe: () => void;
  #said: State;
  #page: Page<Event>;
  #typed: SafeText = emptyLine;
  #secret: SecretDraft = emptyDraft;
  /** A prompt stands on the present line. */
  #isAsking = false;
  #isOver = false;
  /** Several events are one answer: what they came to is said once. */
  #isAnswering = false;

  constructor(terminal: LineTerminal, view: LinearView<State, Event>, store: Store<State, Event>) {
    this.#terminal = terminal;
    this.#view = view;
    this.#store = store;
    this.#said = store.getState();
    this.#page = view.page(this.#said);
    this.#unsubscribe = store.subscribe(() => this.#catchUp());
    terminal.listen(this);
    this.#readOut();
  }

  /** Nothing more is said or heard. */
  stop(): void {
    this.#isOver = true;
    this.#unsubscribe();
    this.#breakLine();
  }

  readonly onKey = (key: LineKey): void => {
    if (this.#isOver) return;
    switch (key.key) {
      case 'interrupt':
        return this.#answer([this.#view.leave]);
      case 'escape':
        return this.#goBack();
      case 'end-of-input':
        return this.#typed === emptyLine && this.#secret === emptyDraft ? this.#answer([this.#view.leave]) : undefined;
      case 'enter':
        return this.#enter();
      default:
        return this.#page.question.kind === 'secret' ? this.#editSecret(key) : this.#editLine(key);
    }
  };

  readonly onEnd = (): void => {
    if (!this.#isOver) this.#store.dispatch(this.#view.leave);
  };

  readonly onReturn = (): void => {
    this.#isAsking = false;
    if (!this.#isOver) this.#readOut();
  };

  #enter(): void {
    const { question } = this.#page;
    if (question.kind === 'wait') return;
    const typed = this.#typed;
    const secret = this.#secret;
    this.#typed = emptyLine;
    this.#secret = emptyDraft;
    this.#breakLine();
    if (question.kind === 'secret') return this.#answer(question.events(secret));
    this.#follow(meaningOf(this.#page, typed), typed);
  }

  #follow(meaning: Meaning<Event>, typed: SafeText): void {
    switch (meaning.kind) {
      case 'events':
        return this.#answer(meaning.events);
      case 'back':
        return this.#answer([this.#view.back]);
      case 'leave':
        return this.#answer([this.#view.leave]);
      case 'repeat':
        return this.#readOut();
      case 'help':
        this.#say(helpLines(this.#page));
        return this.#ask();
      case 'unknown':
        this.#terminal.say(linearWords.unknown(typed));
        return this.#ask();
    }
  }

  #goBack(): void {
    this.#breakLine();
    this.#terminal.say(linearWords.back);
    this.#answer([this.#view.back]);
  }

  #answer(events: readonly Event[]): void {
    this.#breakLine();
    this.#isAnswering = true;
    try {
      for (const event of events) this.#store.dispatch(event);
    } finally {
      this.#isAnswering = false;
    }
    this.#catchUp();
    this.#ask();
  }

  /** Says what is new since the last time: the news, then the page if it is another one. */
  #catchUp(): void {
    if (this.#isAnswering || this.#isOver) return;
    const before = this.#said;
    const state = this.#store.getState();
    this.#said = state;
    const news = this.#view.news(before, state).map(rowText);
    if (news.length > 0) this.#interject(news);
    const { key } = this.#page;
    this.#page = this.#view.page(state);
    if (!isSamePage(key, this.#page.key)) return this.#readOut();
    if (news.length > 0) this.#ask();
  }

  #readOut(): void {
    this.#typed = emptyLine;
    this.#secret = emptyDraft;
    this.#page = this.#view.page(this.#store.getState());
    this.#interject(pageLines(this.#page));
    this.#ask();
  }

  /** Asks, unless the question stands there already. What was typed before something was said stands behind it again. */
  #ask(): void {
    if (this.#isOver) return;
    const { question } = this.#page;
    this.#terminal.setSecret(question.kind === 'secret');
    if (this.#isAsking || question.kind === 'wait') return;
    this.#terminal.write(promptText(this.#page));
    if (question.kind !== 'secret') this.#terminal.write(this.#typed);
    this.#isAsking = true;
  }

  #interject(lines: readonly SafeText[]): void {
    this.#breakLine();
    this.#say(lines);
  }

  #say(lines: readonly SafeText[]): void {
    for (const text of lines) this.#terminal.say(text);
  }

  #breakLine(): void {
    if (!this.#isAsking) return;
    this.#terminal.say(emptyLine);
    this.#isAsking = false;
  }

  #editLine(key: LineKey): void {
    if (this.#page.question.kind === 'wait') return;
    const before = this.#typed;
    switch (key.key) {
      case 'text':
        this.#typed = extended(before, key.text);
        return this.#terminal.write(safeText(this.#typed.slice(before.length)));
      case 'delete-character':
      case 'delete-word':
        this.#typed = shortened(before, key.key === 'delete-word' ? 'word' : 'character');
        return this.#terminal.erase(before, this.#typed);
      case 'delete-line':
        this.#typed = emptyLine;
        return this.#terminal.erase(before, this.#typed);
      default:
    }
  }

  #editSecret(key: LineKey): void {
    switch (key.key) {
      case 'text':
        this.#secret = editDraft(this.#secret, { edit: 'insert', text: key.text });
        return;
      case 'delete-character':
        this.#secret = editDraft(this.#secret, { edit: 'delete-before' });
        return;
      case 'delete-word':
        this.#secret = editDraft(this.#secret, { edit: 'delete-word' });
        return;
      case 'delete-line':
        this.#secret = emptyDraft;
        return;
      case 'tab':
        return this.#fillIn();
      default:
    }
  }

  #fillIn(): void {
    const { question } = this.#page;
    if (question.kind !== 'secret' || question.sample === null) return;
    this.#secret = editDraft(emptyDraft, { edit: 'insert', text: question.sample().reveal() });
    this.#breakLine();
    this.#terminal.say(linearWords.sample(charactersWords(this.#secret.characters)));
    this.#ask();
  }
}
