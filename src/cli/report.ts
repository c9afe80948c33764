import { VFile } from 'vfile';
import { VFileMessage } from 'vfile-message';
import { reporter } from 'vfile-reporter';
import type { Message } from '../model/message.ts';
import type { Io } from './io.ts';
import { visible } from './visible.ts';

/** Prints messages for a person on standard error, or as annotations where a code host runs the command. */
export function report(io: Io, messages: readonly Message[]): void {
  if (messages.length === 0) return;
  if (io.environment.GITHUB_ACTIONS) io.error(`${messages.map(annotation).join('\n')}\n`);
  else io.error(`${reporter(byFile(messages), { color: colour(io), verbose: true })}\n`);
}

/** Whether any message stops the work. */
export function hasErrors(messages: readonly Message[]): boolean {
  return messages.some(({ severity }) => severity === 'error');
}

function colour({ environment, isTerminal }: Io): boolean {
  return isTerminal && !environment.NO_COLOR;
}

function byFile(messages: readonly Message[]): VFile[] {
  const files = new Map<string, VFile>();
  for (const message of messages) {
    const { path: name } = message.place;
    const file = files.get(name) ?? new VFile({ path: visible(name) });
    files.set(name, file);
    file.messages.push(vfileMessage(message));
  }
  return [...files.values()];
}

function vfileMessage(message: Message): VFileMessage {
  const { line, column, endLine, endColumn } = message.place;
  const start = { line, column };
  const place = { start, end: { line: endLine ?? line, column: endColumn ?? column } };
  const result = new VFileMessage(visible(message.text), { place, ruleId: message.rule, source: 'sec-redline' });
  result.fatal = message.severity === 'error' ? true : message.severity === 'warning' ? false : undefined;
  const { other } = message;
  const notes = [
    other ? visible(`${other.path}:${other.line}:${other.column}: ${other.text}`) : '',
    visible(message.advice ?? ''),
  ];
  const note = notes.filter((text) => text !== '').join('\n');
  if (note !== '') result.note = note;
  return result;
}

function annotation(message: Message): string {
  const command = { error: 'error', warning: 'warning', note: 'notice' }[message.severity];
  const { path: name, line, column } = message.place;
  const text = [
    message.text,
    message.other ? `(${message.other.path}:${message.other.line}: ${message.other.text})` : '',
    message.advice ?? '',
  ];
  const value = visible(text.filter((part) => part !== '').join(' '))
    .replace(/%/g, '%25')
    .replace(/\r?\n/g, '%0A');
  return `::${command} file=${escapeProperty(visible(name))},line=${line},col=${column},title=${message.rule}::${value}`;
}

function escapeProperty(text: string): string {
  return text
    .replace(/%/g, '%25')
    .replace(/:/g, '%3A')
    .replace(/,/g, '%2C')
    .replace(/[\r\n]/g, ' ');
}
