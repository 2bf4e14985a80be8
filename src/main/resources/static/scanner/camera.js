/* Reads codes with the camera, where the browser can. */
const EACH = 200;
const SAME_AGAIN = 4000;

export async function canRead() {
  try {
    return 'BarcodeDetector' in window && !!navigator.mediaDevices?.getUserMedia
      && (await BarcodeDetector.getSupportedFormats()).includes('qr_code');
  } catch {
    return false;
  }
}

/** Shows what the camera sees and tells of each code once; the answer stops it. */
export async function watch(video, seen) {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' }, audio: false });
  const detector = new BarcodeDetector({ formats: ['qr_code'] });
  const last = { read: '', at: 0 };
  let watching = true;
  video.srcObject = stream;
  video.hidden = false;
  await video.play();

  async function look() {
    try {
      for (const code of await detector.detect(video)) {
        if (code.rawValue !== last.read || Date.now() - last.at > SAME_AGAIN) {
          seen(code.rawValue);
        }
        Object.assign(last, { read: code.rawValue, at: Date.now() });
      }
    } catch {
      // no picture yet
    }
    if (watching) {
      setTimeout(look, EACH);
    }
  }

  look();
  return () => {
    watching = false;
    stream.getTracks().forEach(track => track.stop());
    video.srcObject = null;
    video.hidden = true;
  };
}
