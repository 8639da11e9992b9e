import { attributeOf, readXml } from '../src/xml/reading.js';

/**
 * What a witness reads, word for word, through the apparatus of an edition: its own reading where it has one, else that
 * of the transcription. Furniture and handwriting are of this copy alone.
 */
export function wordsOfWitness(xml: string, siglum: string): string[] {
  interface Frame {
    name: string;
    wit: readonly string[];
    isAside: boolean;
    text: string;
    readings: { wit: readonly string[]; text: string }[];
  }
  const frames: Frame[] = [];
  let words = '';
  readXml(xml, {
    open(tag) {
      if (frames.length === 0 && tag.name !== 'text') return;
      const type = attributeOf(tag, 'type');
      const isAside = tag.name === 'fw' || (tag.name === 'note' && type === 'annotation') || tag.name === 'certainty';
      frames.push({
        name: tag.name,
        wit: (attributeOf(tag, 'wit') ?? '').split(/\s+/),
        isAside,
        text: '',
        readings: [],
      });
    },
    text(text) {
      const frame = frames.at(-1);
      if (frame) frame.text += text;
    },
    close() {
      const frame = frames.pop();
      if (!frame) return;
      const outer = frames.at(-1);
      const own = frame.readings.find(({ wit }) => wit.includes(`#${siglum}`));
      const base = frame.readings.find(({ wit }) => wit.includes('#ocr'));
      const text = frame.isAside ? '' : frame.name === 'app' ? (own ?? base)!.text : frame.text;
      if (!outer) words += text;
      else if (outer.name === 'app') outer.readings.push({ wit: frame.wit, text });
      else if (outer.name === 'choice' && (frame.name === 'corr' || frame.name === 'expan')) return;
      else outer.text += /^(?:p|head|item|label|cell|opener|dateline|list|lb)$/.test(frame.name) ? ` ${text} ` : text;
    },
  });
  return words.match(/\S+/g) ?? [];
}
