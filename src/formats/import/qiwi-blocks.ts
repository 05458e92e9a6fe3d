/** A line that parts the tables of one text; a spreadsheet fills it up with what parts cells. */
const BREAK_LINE = /^={3,}[ \t,;]*$/m;

/** One of several tables in one text. */
export interface Block {
  text: string;
  /** Line of its beginning, from 1. */
  line: number;
}

/** Whether a text holds several tables, parted by lines of three equals signs. */
export function hasBlocks(text: string): boolean {
  return BREAK_LINE.test(text.replace(/\r\n?/g, '\n'));
}

/** The tables of a text, in their order, without those that are empty. */
export function divideBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let line = 1;
  const close = (next: number) => {
    const block = lines.join('\n');
    if (block.trim() !== '') blocks.push({ text: block, line });
    lines = [];
    line = next;
  };
  const all = text.replace(/\r\n?/g, '\n').split('\n');
  for (const [at, content] of all.entries()) {
    if (BREAK_LINE.test(content)) close(at + 2);
    else lines.push(content);
  }
  close(0);
  return blocks;
}
