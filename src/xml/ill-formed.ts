import type { GivenUp, IllFormed, Reading } from './given-up.js';
import { ampersand, lessThan, quotes } from './stray-signs.js';
import { endTag, twice, unclosed } from './unmatched-tags.js';

/** What is meant by a parser's complaint, and what to write. The first row that can tell is taken. */
export function illFormed(given: GivenUp): IllFormed {
  for (const read of READINGS) {
    const found = read(given);
    if (found) return found;
  }
  return {
    at: given.at,
    reason: `The file is not well-formed XML: ${given.said}.`,
    advice: 'Mend the tag or character at this place; all after it was left unread.',
  };
}

const outside: Reading = ({ xml, at, said }) => {
  const declaration = xml.search(/<\?xml\s/);
  const first = xml.search(/[^\s\uFEFF]/);
  if (/XML declaration must/.test(said) || (/^text data outside/.test(said) && declaration > first && first !== -1)) {
    return {
      at: 0,
      reason: 'Something stands before the XML declaration <?xml …?>, be it only an empty line.',
      advice: 'Take out all that stands before <?xml.',
    };
  }
  if (/^text data outside/.test(said)) {
    return {
      at,
      reason: 'Words stand outside the root of the file.',
      advice: 'Put them into the root element, or take them out.',
    };
  }
  if (!/^documents may contain only one root/.test(said)) return undefined;
  const start = xml.lastIndexOf('<', at);
  return {
    at: start,
    reason: 'The file has a second root.',
    advice: 'Put it into the first, or into a file of its own.',
  };
};

const others: Reading = ({ xml, at, said }) => {
  const [, prefix] = /^unbound namespace prefix: "([^"]*)"/.exec(said) ?? [];
  if (prefix !== undefined) {
    const start = xml.lastIndexOf('<', at);
    return {
      at: start,
      reason: `Nothing says what the prefix “${prefix}:” means.`,
      advice: `Take out “${prefix}:”, or declare xmlns:${prefix}="http://www.tei-c.org/ns/1.0" on the root.`,
    };
  }
  if (said.startsWith('malformed comment')) {
    return {
      at: xml.indexOf('--', xml.lastIndexOf('<!--', at) + '<!--'.length),
      reason: 'A comment has “--” in it, which only its end may have.',
      advice: 'Write one hyphen, or —.',
    };
  }
  return undefined;
};

const READINGS: readonly Reading[] = [ampersand, quotes, twice, endTag, lessThan, unclosed, outside, others];
