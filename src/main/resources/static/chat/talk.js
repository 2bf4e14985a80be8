import { drawBot, drawPerson } from './draw.js';

/*
 * Everything said, in order: what the server numbered by its number, and after it what the server does not know yet.
 * The page keeps an element for each; showing the same entry again changes nothing.
 */
export class Talk {
  /** @param on {pick(pick, label, number), retry(), copied(button)} */
  constructor(root, on) {
    this.words = root.dataset;
    this.on = on;
    this.log = root.querySelector('.chat-log');
    this.end = root.querySelector('.chat-typing');
    this.bot = root.querySelector('#chat-bot');
    this.person = root.querySelector('#chat-person');
    this.numbered = new Map(); // number → element
    this.waiting = new Map(); // key → element
    this.clock = new Intl.DateTimeFormat(this.words.language, { hour: 'numeric', minute: '2-digit' });
    this.day = new Intl.DateTimeFormat(this.words.language, { weekday: 'long', day: 'numeric', month: 'long' });
  }

  /** The new element; null when it is there already. */
  show(entry, fresh) {
    if (this.numbered.has(entry.number)) {
      return null;
    }
    const known = entry.key && this.waiting.get(entry.key);
    const element = known && !entry.media ? known : this.draw(entry);
    if (known !== element) {
      known?.replaceWith(element); // now its pictures can be seen
    }
    element.classList.toggle('fresh', fresh && !known);
    this.waiting.delete(entry.key);
    this.keep(element, entry);
    this.place(element, entry.number);
    return element;
  }

  /** False when it is not shown, such as when it is further up than was loaded. */
  replace(entry) {
    const before = this.numbered.get(entry.number);
    if (!before) {
      return false;
    }
    const element = this.draw(entry);
    this.keep(element, entry);
    before.replaceWith(element);
    return true;
  }

  /** It was taken back. */
  remove(number) {
    this.numbered.get(number)?.remove();
    this.numbered.delete(number);
  }

  /** Shows what the person just said before the server knows of it. */
  expect(letter) {
    const element = this.draw({ who: 'person', key: letter.id, text: letter.shown ?? letter.text ?? names(letter.files) });
    element.classList.add('fresh');
    this.stamp(element, letter.at);
    this.waiting.set(letter.id, element);
    document.body.classList.add('talking');
    this.end.before(element);
  }

  draw(entry) {
    return entry.who === 'person'
      ? drawPerson(this.person, entry, this.words, () => this.on.retry())
      : drawBot(this.bot, entry, this.words, (pick, label) => this.on.pick(pick, label, entry.number),
        this.on.copied);
  }

  keep(element, entry) {
    element.dataset.number = entry.number;
    this.stamp(element, entry.at);
    this.numbered.set(entry.number, element);
    document.body.classList.add('talking');
  }

  stamp(element, at) {
    const moment = new Date(at);
    const time = element.querySelector('time');
    time.dateTime = moment.toISOString();
    time.textContent = this.clock.format(moment);
  }

  /** Before the first that is newer or has no number yet. */
  place(element, number) {
    const later = [...this.log.querySelectorAll('.bubble:not(.welcome)')]
      .filter(each => each !== element)
      .find(each => !each.dataset.number || Number(each.dataset.number) > number);
    (later ?? this.end).before(element);
  }

  state(key, state) {
    const element = this.find(key);
    if (element) {
      const stuck = state === 'waiting' || state === 'failed';
      element.querySelector('.state').textContent = this.words[state];
      element.querySelector('.retry').hidden = !stuck;
      element.classList.toggle('stuck', stuck);
    }
  }

  /** Only the last thing said needs to tell that it arrived. */
  sent(key) {
    this.log.querySelectorAll('.person:not(.stuck) .state').forEach(each => { each.textContent = ''; });
    this.state(key, 'sent');
  }

  drop(key) {
    this.waiting.get(key)?.remove();
    this.waiting.delete(key);
  }

  clear() {
    this.numbered.forEach(element => element.remove());
    this.numbered.clear();
  }

  find(key) {
    return this.log.querySelector(`[data-key="${CSS.escape(key)}"]`);
  }

  /** A sentence of the page's own. */
  remark(text) {
    const line = document.createElement('p');
    line.className = 'chat-remark';
    line.textContent = text;
    this.end.before(line);
  }

  /** A line above the first message of each day. */
  markDays() {
    this.log.querySelectorAll('.chat-day').forEach(each => each.remove());
    let before = '';
    for (const element of this.log.querySelectorAll('.bubble:not(.welcome)')) {
      const moment = new Date(element.querySelector('time').dateTime);
      if (moment.toDateString() !== before) {
        before = moment.toDateString();
        const line = document.createElement('p');
        line.className = 'chat-day';
        line.textContent = this.dayName(moment);
        element.before(line);
      }
    }
  }

  dayName(moment) {
    const today = new Date();
    const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
    if (moment.toDateString() === today.toDateString()) {
      return this.words.today;
    }
    return moment.toDateString() === yesterday.toDateString() ? this.words.yesterday : this.day.format(moment);
  }
}

function names(files) {
  return files.map(file => file.name).join('\n');
}
