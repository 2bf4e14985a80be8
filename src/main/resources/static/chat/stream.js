/*
 * Listens to the server. The browser reconnects by itself as long as it can; where it gives up, we open anew from the
 * number seen last, so nothing is missed and nothing comes twice.
 */
const SILENCE = 40_000; // the server gives a sign of life every 15 seconds
const LONGEST_WAIT = 15_000;

export class Stream {
  /** @param on {said(entry), changed(entry), removed({number}), asks({files}), erased(), reset(), open(), lost()} */
  constructor(since, on) {
    this.since = since;
    this.on = on;
    this.source = null;
    this.failures = 0;
    this.timer = 0;
    this.watch = 0;
    document.addEventListener('visibilitychange', () => this.lookedAt());
    window.addEventListener('online', () => this.reopen());
    window.addEventListener('pageshow', event => event.persisted && this.reopen());
  }

  get wanted() {
    return this.source !== null || this.timer !== 0 || this.away === true;
  }

  open() {
    this.close();
    const source = new EventSource('/chat/events?since=' + this.since);
    this.source = source;
    source.addEventListener('open', () => this.alive(true));
    source.addEventListener('beat', () => this.alive(false));
    source.addEventListener('said', event => this.take(event, this.on.said));
    source.addEventListener('changed', event => this.take(event, this.on.changed));
    source.addEventListener('removed', event => this.take(event, this.on.removed));
    source.addEventListener('asks', event => this.on.asks(JSON.parse(event.data)));
    source.addEventListener('erased', () => this.erased());
    source.addEventListener('reset', () => this.reset());
    source.addEventListener('away', () => this.goAway());
    source.addEventListener('error', () => this.failed(source));
    this.alive(false);
  }

  take(event, then) {
    this.alive(false);
    this.since = Math.max(this.since, Number(event.lastEventId));
    then(JSON.parse(event.data));
  }

  /** What we saw last was in another session: all there is in this one follows. */
  reset() {
    this.since = 0;
    this.on.reset();
  }

  /** The session is gone; the next thing the person says opens another. */
  erased() {
    this.close();
    this.since = 0;
    this.on.erased();
  }

  alive(opened) {
    clearTimeout(this.watch);
    this.watch = setTimeout(() => this.reopen(), SILENCE);
    if (opened) {
      this.failures = 0;
      this.on.open();
    }
  }

  failed(source) {
    if (source !== this.source) {
      return;
    }
    this.on.lost();
    if (source.readyState === EventSource.CLOSED) {
      this.close();
      this.failures += 1;
      const wait = Math.min(LONGEST_WAIT, 500 * 2 ** Math.min(this.failures, 5)) * (0.75 + Math.random() / 2);
      this.timer = setTimeout(() => this.open(), wait);
    }
  }

  /** Another tab needs the connection more than this one, which nobody looks at. */
  goAway() {
    this.close();
    this.away = true;
    if (!document.hidden) {
      this.on.lost();
    }
  }

  lookedAt() {
    if (document.hidden) {
      this.hiddenAt = Date.now();
    } else if (this.away || Date.now() - (this.hiddenAt ?? Date.now()) > 10_000) {
      this.reopen();
    }
  }

  reopen() {
    if (this.wanted) {
      this.open();
    }
  }

  close() {
    clearTimeout(this.timer);
    clearTimeout(this.watch);
    this.timer = 0;
    this.away = false;
    this.source?.close();
    this.source = null;
  }
}
