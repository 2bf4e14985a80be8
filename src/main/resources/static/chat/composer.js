/* Where the person writes. */
export class Composer {
  /** @param on {write(text), tooLong()} */
  constructor(root, on) {
    this.longest = Number(root.dataset.longest);
    this.on = on;
    this.form = root.querySelector('.chat-form');
    this.input = this.form.querySelector('textarea');
    this.form.addEventListener('submit', event => this.submit(event));
    this.input.addEventListener('keydown', event => this.key(event));
    this.input.addEventListener('input', () => this.grow());
  }

  submit(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (text.length > this.longest) {
      this.on.tooLong();
    } else if (text) {
      this.input.value = '';
      this.grow();
      this.on.write(text);
    }
    this.focus();
  }

  key(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.form.requestSubmit();
    }
  }

  grow() {
    this.input.style.height = 'auto';
    this.input.style.height = `${this.input.scrollHeight + 2}px`;
  }

  /** Nothing written is lost: what was refused comes back to where it was written. */
  giveBack(text) {
    this.input.value = this.input.value ? `${text}\n${this.input.value}` : text;
    this.grow();
  }

  focus() {
    this.input.focus({ preventScroll: true });
  }
}
