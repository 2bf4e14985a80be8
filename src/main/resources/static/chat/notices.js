/* Everything the chat says about itself: connection, troubles, "is writing", and what a screen reader hears. */
const TYPING_AFTER = 600;
const SLOW_AFTER = 12_000;
const OFFLINE_AFTER = 3_000;
const HEARD_AFTER = 10_000;

export class Notices {
  constructor(root) {
    this.words = root.dataset;
    this.state = root.querySelector('.chat-state');
    this.note = root.querySelector('.chat-form .chat-note');
    this.news = root.querySelector('.chat-news');
    this.typing = root.querySelector('.chat-typing');
    this.title = document.title;
    this.timers = [];
    this.offline = 0;
    document.addEventListener('visibilitychange', () => this.seen());
  }

  /** A sentence above the input; empty to take it away. */
  tell(sentence) {
    if (this.note.textContent !== sentence) {
      this.note.textContent = sentence;
    }
    this.note.hidden = !sentence;
  }

  connected() {
    clearTimeout(this.offline);
    this.offline = 0;
    this.showState(this.words.online, false);
  }

  /** A short gap is nobody's business. */
  lost() {
    this.offline ||= setTimeout(() => this.showState(this.words.offline, true), OFFLINE_AFTER);
  }

  showState(text, offline) {
    this.state.classList.toggle('offline', offline);
    if (this.state.textContent !== text) {
      this.state.textContent = text;
    }
  }

  /** Something is on its way to the bot. */
  asked() {
    this.answered();
    this.open = true;
  }

  /** The bot has it; its answer may have been faster than this news. */
  expectAnswer(follow) {
    if (!this.open) {
      return;
    }
    this.timers = [
      setTimeout(() => follow(() => { this.typing.hidden = false; }), TYPING_AFTER),
      setTimeout(() => {
        this.typing.hidden = true;
        this.tell(this.words.slow);
      }, SLOW_AFTER),
    ];
  }

  answered() {
    this.open = false;
    this.timers.forEach(clearTimeout);
    this.typing.hidden = true;
    if (this.note.textContent === this.words.slow) {
      this.tell('');
    }
  }

  /** Only what is new, and what can be chosen. */
  announce(entry, before) {
    const choices = entry.buttons.map(button => button.label).join(', ');
    this.speak([
      before,
      entry.text,
      ...(entry.media ?? []).map((exhibit, i, all) => this.nameOf(exhibit, i, all)),
      entry.file?.name,
      entry.place?.title,
      entry.place?.address,
      choices && `${this.words.newsPicks} ${choices}`,
    ].filter(Boolean).join(' '));
    if (document.hidden) {
      document.title = '● ' + this.title;
    }
  }

  nameOf(exhibit, i, all) {
    return exhibit.kind === 'photo'
      ? this.words.photo.replace('#1', i + 1).replace('#2', all.length)
      : exhibit.name;
  }

  speak(text) {
    const line = document.createElement('p');
    line.textContent = text;
    this.news.append(line);
    setTimeout(() => line.remove(), HEARD_AFTER);
  }

  seen() {
    if (!document.hidden) {
      document.title = this.title;
    }
  }
}
