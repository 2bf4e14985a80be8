/*
 * What is chosen to be sent along. Photos are made smaller before they leave: they travel faster, and what a camera
 * writes into them besides the picture, such as where it was taken, stays here.
 */
const LONGEST_SIDE = 2560;
const QUALITY = 0.87;
const PHOTO = /^image\/(jpeg|webp|heic|heif|avif|bmp)$/;

export class Parcel {
  /** @param on {bring(files), wrong(sentence)} */
  constructor(root, on) {
    this.words = root.dataset;
    this.on = on;
    this.button = root.querySelector('.chat-attach');
    this.input = root.querySelector('.chat-files');
    this.button.addEventListener('click', () => this.input.click());
    this.input.addEventListener('change', () => this.chosen());
  }

  /** Only while a question takes files. */
  show(wanted) {
    if (this.button.hidden === wanted && !wanted && document.activeElement === this.button) {
      this.button.form.querySelector('textarea').focus({ preventScroll: true });
    }
    this.button.hidden = !wanted;
  }

  async chosen() {
    const files = [...this.input.files];
    this.input.value = ''; // the same file can be chosen again
    const wrong = this.wrong(files);
    if (wrong) {
      this.on.wrong(wrong);
      return;
    }
    this.button.disabled = true;
    try {
      const smaller = await Promise.all(files.map(shrink));
      const total = smaller.reduce((sum, file) => sum + file.size, 0);
      if (total > Number(this.words.mostBytes)) {
        this.on.wrong(this.words.filesTooLarge);
      } else if (smaller.length > 0) {
        this.on.bring(smaller);
      }
    } finally {
      this.button.disabled = false;
    }
  }

  wrong(files) {
    if (files.length > Number(this.words.mostFiles)) {
      return this.words.tooManyFiles;
    }
    return files.some(file => file.size === 0) ? this.words.emptyFile : null;
  }
}

/** The same file where it is no photo, or one this browser cannot draw. */
async function shrink(file) {
  if (!PHOTO.test(file.type)) {
    return file;
  }
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const blob = await new Promise(done => { canvas.toBlob(done, 'image/jpeg', QUALITY); });
    return blob ? new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' }) : file;
  } catch {
    return file;
  }
}
