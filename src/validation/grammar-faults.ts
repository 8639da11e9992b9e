import type { Grammar } from 'salve-annos/lib/salve/patterns.js';
import { leftOut, MOST } from '../messages/limit.js';
import type { Message } from '../messages/message.js';
import { TEI_NAMESPACE } from '../xml/reading.js';
import {
  mendedAttributes,
  readAttributes,
  type Say,
  startTag,
  tagIn,
  takenAs,
  type Written,
  writtenIn,
} from './attribute-faults.js';
import { type ElementMend, elementMend } from './element-mends.js';
import { elementTree, followingNames, isBlank, isElement, type Run, wordsIn, type XmlElement } from './element-tree.js';
import { type Frame, openFrame, remember, stillOpen } from './frames.js';
import { grammarMessages, ofElement, ofEmptyElement, ofMissingElement, ofText } from './grammar-message.js';
import { GrammarState } from './grammar-state.js';
import { type KnownFile, knownFile } from './known-file.js';
import { ofNamespace, ofRoot } from './root-message.js';
import { completion, enterFilled, passOver } from './skeleton.js';
import { type WrapMend, wrapped } from './wrapping.js';

/**
 * Reads a file that breaks the grammar, and reads on after each fault as if its mend had been made: so that one mistake
 * gives one message.
 */
export function findFaults(xml: string, file: string, grammar: Grammar): Message[] {
  const messages: Message[] = [];
  const said = grammarMessages(xml, file);
  const say: Say = (...args) => messages.length <= MOST && messages.push(said(...args));
  new FaultyReading(GrammarState.atStart(grammar), knownFile(xml), say, () => messages.length > MOST).read(
    elementTree(xml),
  );
  // The reading ends at the first one too many; how many come after it is not known.
  return messages.length > MOST ? [...messages.slice(0, MOST), leftOut('grammar-holds', file, 1, false)] : messages;
}

class FaultyReading {
  /** The namespace of the root: a file that is in a wrong one from there on has one fault, not thousands. */
  private namespace = TEI_NAMESPACE;

  constructor(
    private state: GrammarState,
    private readonly known: KnownFile,
    private readonly say: Say,
    private readonly isEnough: () => boolean,
  ) {}

  read(root: XmlElement): void {
    this.namespace = root.tag.uri;
    const fault = ofRoot(root.tag);
    if (fault) this.say(root.tag, fault.said);
    if (fault?.part) return;
    this.state.enter('TEI');
    this.inside(root, 'TEI', writtenIn(root), undefined);
  }

  private element(it: XmlElement, within: Frame): void {
    if (this.isEnough()) return;
    const { name, uri, declared } = it.tag;
    const frame = stillOpen(within);
    const before = this.tried(frame, () => this.state.enter(name));
    if (before.taken) {
      if (this.isForeign(it)) this.say(it.tag, ofNamespace(name, uri, declared));
      remember(frame, before.state, name);
      this.inside(it, name, writtenIn(it), frame);
    } else this.refused(it, before.state, frame);
  }

  private isForeign({ tag: { uri } }: XmlElement): boolean {
    return uri !== TEI_NAMESPACE && uri !== this.namespace;
  }

  private refused(it: XmlElement, before: GrammarState, frame: Frame): void {
    const { name } = it.tag;
    const own = writtenIn(it);
    const attributes = Object.fromEntries(own.map((attribute) => [attribute.name, attribute.value]));
    const { earlier, name: parent } = frame;
    const mend = elementMend({
      name,
      attributes,
      parent,
      state: before,
      earlier,
      later: followingNames(it),
      empty: it.content.length === 0,
    });
    const { mended, lost } =
      mend?.kind === 'take'
        ? mendedAttributes(before, mend.name, takenAs(mend, own), this.known)
        : { mended: own, lost: [] };
    const written =
      mend?.kind === 'take' ? tagIn(before, mend.name, mended, this.isForeign(it) ? [...lost, 'xmlns'] : lost) : '';
    this.say(it.tag, ofElement(name, before.knows(name), parent, before.elements(), mend, written));
    this.readOn(it, mend, mended, before, frame);
  }

  /** Goes on after a refused element as if its mend had been made. */
  private readOn(
    it: XmlElement,
    mend: ElementMend | undefined,
    attributes: readonly Written[],
    before: GrammarState,
    frame: Frame,
  ): void {
    const { name } = it.tag;
    const refused = this.state;
    this.state = before;
    switch (mend?.kind) {
      case 'take':
        this.state.enter(mend.name);
        this.inside(it, mend.name, attributes, frame);
        break;
      case 'wrap':
        this.wrap(mend, frame);
        this.state.enter(name);
        this.inside(it, name, attributes, frame);
        break;
      case 'insert':
        passOver(this.state, mend.name);
        this.state.enter(name);
        this.inside(it, name, attributes, frame);
        break;
      case 'close':
        this.state.close(frame.name);
        frame.ended = true;
        this.element(it, frame);
        break;
      case 'untag':
        this.contents(it, frame);
        break;
      default:
        frame.faulty = true;
        // The grammar's own way: an element that it knows is read by itself, another is passed over.
        if (!before.knows(name)) return;
        this.state = refused;
        this.inside(it, name, attributes, frame);
    }
  }

  private inside(it: XmlElement, name: string, attributes: readonly Written[], outer: Frame | undefined): void {
    const ready = readAttributes(this.state, name, attributes, this.known, (said) => this.say(it.tag, said));
    if (!ready) {
      this.state.close(name);
      return;
    }
    this.state = ready;
    if (outer && it.content.some((part) => isElement(part) || !isBlank(part)) && ready.holdsNothing()) {
      this.say(it.tag, ofEmptyElement(name, startTag(name, attributes), wordsIn(it)));
      this.state.close(name);
      this.contents(it, outer);
      return;
    }
    const frame = openFrame(it, name, outer);
    this.contents(it, frame);
    if (frame.ended) return;
    this.unwrap(frame);
    const before = this.state.copy();
    if (this.state.close(name) || frame.faulty) return;
    this.say(it.tag, ofMissingElement(name, before.elements(), completion(before.copy(), name)));
  }

  private contents(it: XmlElement, frame: Frame): void {
    for (const part of it.content) {
      if (isElement(part)) this.element(part, frame);
      else this.words(part, frame);
    }
  }

  private words(run: Run, within: Frame): void {
    const frame = stillOpen(within);
    const before = this.tried(frame, () => this.state.text(run.text));
    if (before.taken) return;
    this.state = before.state;
    const mend = wrapped(this.state, (inner) => inner.text(run.text));
    // What follows an element that was read as ended is loose by that mend, not by a mistake of its own.
    const isNew = frame === within && !frame.loose;
    const allowed = this.state.elements();
    frame.loose = true;
    frame.faulty ||= !mend;
    if (mend) {
      this.wrap(mend, frame);
      this.state.text(run.text);
    }
    if (!isNew) return;
    const text = { words: run.text.trim(), at: run.start + run.text.search(/\S/) };
    this.say(frame.element.tag, ofText(frame.name, text.words, allowed, mend?.around, this.goesOn(run, frame)), text);
  }

  /** Whether what follows the words belongs to what was put around them. */
  private goesOn(run: Run, { element: { content }, around }: Frame): boolean {
    const next = content[content.indexOf(run) + 1];
    return around.length > 0 && next !== undefined && isElement(next) && this.state.copy().enter(next.tag.name);
  }

  /** Takes a step; where it is refused, ends the elements read as if they stood around, and takes it again. */
  private tried(frame: Frame, step: () => boolean): { taken: boolean; state: GrammarState } {
    let state = this.state.copy();
    if (step()) return { taken: true, state };
    if (frame.around.length === 0) return { taken: false, state };
    this.state = state;
    this.unwrap(frame);
    state = this.state.copy();
    return { taken: step(), state };
  }

  private wrap({ around, first }: WrapMend, frame: Frame): void {
    for (const outer of around) enterFilled(this.state, outer);
    if (first !== undefined) passOver(this.state, first.name);
    frame.around = around;
  }

  private unwrap(frame: Frame): void {
    for (const name of [...frame.around].reverse()) this.state.close(name);
    frame.around = [];
  }
}
