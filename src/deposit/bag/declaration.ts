import type { Message } from '../../messages/message.js';
import { message } from '../../messages/message.js';
import { type Line, type TagText, tagText } from './lines.js';

/** The versions of BagIt that were published; before 0.93 there were drafts of other forms. */
const VERSIONS: ReadonlySet<string> = new Set(['0.93', '0.94', '0.95', '0.96', '0.97', '1.0']);

export interface Declaration {
  /** As far as it can be told; 1.0 is taken where it cannot. */
  readonly version: string;
  readonly encoding: string;
  readonly messages: Message[];
}

const FORM = 'Write exactly two lines, “BagIt-Version: 1.0” and “Tag-File-Character-Encoding: UTF-8”.';

/** `bagit.txt`: two lines in UTF-8, nothing before, between or after (RFC 8493, section 2.1.1). */
export function readDeclaration(file: string, bytes: Uint8Array): Declaration {
  const text = tagText(file, bytes);
  if (!text) {
    const reason = '“bagit.txt” is not in UTF-8.';
    return { ...UNKNOWN, messages: [message('bag-keeps-to-bagit', { file, reason, advice: FORM })] };
  }
  const messages: Message[] = [];
  const say = (reason: string, line?: Line, advice = FORM) =>
    messages.push(
      message('bag-keeps-to-bagit', {
        file,
        reason,
        advice,
        ...(line && { place: text.place(line), words: line.text }),
      }),
    );
  if (text.hasMark) say('“bagit.txt” begins with a byte order mark.');
  const version = valueOfLine(text, 0, 'BagIt-Version', say);
  const encoding = valueOfLine(text, 1, 'Tag-File-Character-Encoding', say);
  if (text.lines.length > 2) say(`“bagit.txt” has ${text.lines.length} lines instead of two.`, text.lines[2]);
  if (version !== undefined && !VERSIONS.has(version)) {
    const known = [...VERSIONS].join(', ');
    if (/^\d+\.\d+$/.test(version))
      say(
        `The bag is of version ${version} of BagIt, which memcon does not know; it knows ${known}.`,
        text.lines[0],
        'Prove it with a program that knows this version; what is said here takes it for 1.0.',
      );
    else say(`“${version}” is no version of BagIt.`, text.lines[0]);
  }
  return {
    version: version !== undefined && VERSIONS.has(version) ? version : UNKNOWN.version,
    encoding: encoding ?? UNKNOWN.encoding,
    messages,
  };
}

const UNKNOWN = { version: '1.0', encoding: 'UTF-8' };

/** The value of one of the two lines, which has to be `Label: value` to the letter. */
function valueOfLine(
  { lines }: TagText,
  n: number,
  label: string,
  say: (reason: string, line?: Line) => void,
): string | undefined {
  const line = lines[n];
  if (!line) {
    say(`“bagit.txt” lacks the line “${label}: …”.`);
    return undefined;
  }
  const exact = new RegExp(`^${label}: (\\S+)$`).exec(line.text);
  if (exact) return exact[1];
  const loose = new RegExp(`^\\s*${label}\\s*:\\s*(\\S*)\\s*$`, 'i').exec(line.text);
  say(
    loose
      ? `Line ${n + 1} of “bagit.txt” is not “${label}: ${loose[1]}” to the letter: “${line.text}”.`
      : `Line ${n + 1} of “bagit.txt” should be “${label}: …”, and is “${line.text}”.`,
    line,
  );
  return loose?.[1];
}
