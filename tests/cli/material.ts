/** A clean memorandum of two pages: it gives no message. */
export const MEMO = `DEPARTMENT OF STATE

Approved in S 3/6/63

Memorandum of Conversation

DATE: March 4, 1963, 10:30 a.m.

SUBJECT: Test Ban

PARTICIPANTS:

U.S.
The Secretary

U.S.S.R.
Anatoliy F. Dobrynin, Soviet Ambassador

The Secretary said that the number of inspections was not the heart of the question.

SECRET

SECRET

-2-

Dobrynin replied that for his government it was.
`;

export const WORKSPACE = `title: Memoranda of conversation
authorities:
  - people.xml
`;

export const EDITION = `witnesses: {frus: {title: Foreign Relations of the United States}}
hands: {hand.approval: {description: Notes the approval.}}
`;

export const PEOPLE = `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <standOff>
    <listPerson>
      <person xml:id="person.kuznetsov">
        <persName type="preferred">Vasiliy Vasilyevich Kuznetsov</persName>
      </person>
    </listPerson>
  </standOff>
</TEI>
`;
