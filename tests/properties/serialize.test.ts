import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { block, type Element, inline, serialize } from '../../src/tei/element.js';
import { attributeOf, readXml } from '../../src/xml/reading.js';
import { awkward, SEED, xmlString } from './generators.js';

const strings = fc
  .array(fc.oneof(xmlString, awkward), { maxLength: 4 })
  .map((parts) => parts.join('').replaceAll('\f', ''));
const write = (root: Element): string => serialize(root, []);

interface Read {
  attributes: Record<string, string>;
  text: string;
}
function read(xml: string): Read {
  const found: Read = { attributes: {}, text: '' };
  let depth = 0;
  readXml(xml, {
    open(tag) {
      depth++;
      for (const name of ['n', 'rend', 'xml:id']) {
        const value = attributeOf(tag, name);
        if (value !== undefined) found.attributes[name] = value;
      }
    },
    text(text) {
      if (depth > 0) found.text += text;
    },
    close() {
      depth--;
    },
  });
  return found;
}

describe('the XML writer', () => {
  const always = <T>(drawn: fc.Arbitrary<T>, check: (value: T) => void) =>
    fc.assert(fc.property(drawn, check), { seed: SEED, numRuns: 2000 });

  it('writes attributes that read back the same', () => {
    always(fc.tuple(strings, strings, strings), ([n, rend, id]) => {
      const xml = write(inline('p', { n, rend, 'xml:id': id }));
      expect(read(xml).attributes).toEqual({ n, rend, 'xml:id': id });
    });
  });

  it('writes text that reads back the same', () => {
    always(strings, (text) => {
      expect(read(write(inline('p', {}, text))).text).toBe(text);
    });
  });

  it('adds no white space to mixed content', () => {
    const contents: fc.Arbitrary<(Element | string)[]> = fc.array(
      fc.oneof(
        strings,
        strings.map((text) => inline('hi', {}, text)),
      ),
      { maxLength: 5 },
    );
    always(contents, (children) => {
      const words = children.map((child) => (typeof child === 'string' ? child : child.children.join(''))).join('');
      expect(read(write(inline('p', {}, children))).text).toBe(words);
    });
  });

  it('adds white space alone where elements stand on lines of their own', () => {
    always(fc.array(strings, { maxLength: 4 }), (texts) => {
      const root = block(
        'div',
        {},
        texts.map((text) => inline('p', {}, text)),
      );
      expect(read(write(root)).text.replace(/\s/g, '')).toBe(texts.join('').replace(/\s/g, ''));
    });
  });
});
