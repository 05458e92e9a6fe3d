/**
 * What a spreadsheet takes for the beginning of a formula, at the start of a cell or, where it parts cells with
 * semicolons, behind one; with the apostrophes that stand there already.
 */
const FORMULA = /(^|;)(?='*[\s"]*[=+\-@＝＋－＠])/g;
const GUARDED = /(^|;)'(?='*[\s"]*[=+\-@＝＋－＠])/g;

/** A cell that no spreadsheet takes for a formula: an apostrophe stands before what would begin one. */
export function guardCell(text: string): string {
  return text.replace(FORMULA, "$1'");
}

/** The text that `guardCell` made a cell of; any other text as it is, unless it looks guarded. */
export function unguardCell(cell: string): string {
  return cell.replace(GUARDED, '$1');
}

/** A cell of HTML that no spreadsheet takes for a formula. Signs are written as numbers: it reads the same. */
export function guardHtmlCell(html: string): string {
  const spell = (signs: string) => signs.replace(/[=+\-@＝＋－＠]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return html.replace(/(?:^|;)[\s"]*[=+\-@＝＋－＠][\s"=+\-@＝＋－＠]*/g, spell);
}
