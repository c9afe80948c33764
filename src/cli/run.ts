import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type Format, formats, isFormat } from './format-names.ts';
import type { ExitCode, Io } from './io.ts';
import { toolVersion } from './tool.ts';

/**
 * Runs the command line: reads the arguments (without the program's name), does what they say, and gives the exit code.
 * Never throws: what nobody foresaw is told in one line, with code 1.
 */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = makeProgram(io, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (cause) {
    if (cause instanceof CommanderError) return cause.exitCode === 0 ? 0 : 2;
    const { toldFailure } = await import('./failure.ts');
    io.error(`sec-redline: ${toldFailure(cause)}\n`);
    if (io.environment.SEC_REDLINE_DEBUG && cause instanceof Error) io.error(`${cause.stack}\n`);
    return 1;
  }
}

type Finish = (code: ExitCode) => void;

function makeProgram(io: Io, finish: Finish): Command {
  const program = new Command('sec-redline')
    .description(
      'Carries out the amending instructions of a change to a legal code, makes the redlines, and proves them.',
    )
    .version(toolVersion)
    .option('--in <folder>', 'the folder that holds the code', '.')
    .option(
      '--appendices <folder>',
      'where the documents are, in that folder; the changes are in its folder `changes`',
      'appendices',
    )
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.error })
    .showHelpAfterError('(add --help for what can be said)')
    .addHelpText(
      'after',
      examples(
        'sec-redline redline DP074',
        'sec-redline check',
        'sec-redline find "Device CSR" SPOTI',
        'sec-redline compare old.md new.md --out redline',
      ),
    );
  addChangeCommands(program, io, finish);
  addTextCommands(program, io, finish);
  return program;
}

function addChangeCommands(program: Command, io: Io, finish: Finish): void {
  program
    .command('redline [change...]')
    .description('make the redlines of the changes named, or of all: every format, the clean text, the manifest')
    .option('--out <folder>', 'where to put a folder for each change', 'redlines')
    .option('--format <list>', `only these, separated by commas: ${formats.join(', ')}`, formatList)
    .option('--option <letter>', 'of a change that offers options for a vote, this one; without it, all side by side')
    .addHelpText('after', examples('sec-redline redline', 'sec-redline redline DP074 --format html,md'))
    .action(async (changes, options, command) => {
      const { redlineCommand } = await import('./redline.ts');
      finish(redlineCommand(io, { ...command.optsWithGlobals(), ...options, changes }));
    });
  program
    .command('check [change...]')
    .description('problems in the documents and changes, and what each change makes untrue elsewhere')
    .option('--option <letter>', 'of a change that offers options for a vote, this one')
    .option('--json', 'print all that is found as JSON')
    .option('--sarif', 'print the findings as SARIF 2.1.0, for editors and code hosts')
    .option('--result <path>', 'a text after, or a folder of them, that must be what the change named gives')
    .addHelpText(
      'after',
      examples('sec-redline check', 'sec-redline check DP074 --json', 'sec-redline check DP074 --result edited/D.md'),
    )
    .action(async (changes, options, command) => {
      const { checkCommand } = await import('./check.ts');
      finish(checkCommand(io, { ...command.optsWithGlobals(), ...options, changes }));
    });
  program
    .command('apply <change...>')
    .description('the clean text after the changes')
    .option('--out <folder>', 'put the documents amended here, one file each')
    .option('--document <letter>', 'this document alone')
    .option('--option <letter>', 'of a change that offers options for a vote, this one')
    .addHelpText('after', examples('sec-redline apply DP074 --document D', 'sec-redline apply DP074 --out after'))
    .action(async (changes, options, command) => {
      const { applyCommand } = await import('./apply.ts');
      finish(applyCommand(io, { ...command.optsWithGlobals(), ...options, changes }));
    });
  program
    .command('verify [change...]')
    .description('read every output of the changes back, and prove that it says what the instructions say')
    .option('--out <folder>', 'where the folders of the changes are', 'redlines')
    .option('--option <letter>', 'of a change that offers options for a vote, the outputs of this one')
    .option('--json', 'print what was proved as JSON')
    .addHelpText('after', examples('sec-redline verify', 'sec-redline verify DP074'))
    .action(async (changes, options, command) => {
      const { verifyCommand } = await import('./verify.ts');
      finish(await verifyCommand(io, { ...command.optsWithGlobals(), ...options, changes }));
    });
}

function addTextCommands(program: Command, io: Io, finish: Finish): void {
  program
    .command('compare <before> <after>')
    .description('a redline of any two Markdown or Word files')
    .option('--out <folder>', 'put every format here; without it, one is printed')
    .option('--format <list>', `only these, separated by commas: ${formats.join(', ')}`, formatList)
    .addHelpText(
      'after',
      examples(
        'sec-redline compare old.md new.md',
        'sec-redline compare old.docx new.docx --format html --out redline',
      ),
    )
    .action(async (before, after, options) => {
      const { compareCommand } = await import('./compare.ts');
      finish(compareCommand(io, { ...options, before, after }));
    });
  program
    .command('derive <before> <after>')
    .description(
      'the instructions that make one version of another: two files, Markdown or Word, or two folders of appendices',
    )
    .option('--name <name>', 'what the change is called')
    .option('--title <title>', 'its title')
    .option('--out <file>', 'write the change here; without it, it is printed')
    .addHelpText(
      'after',
      examples(
        'sec-redline derive appendices/D.md edited/D.md',
        'sec-redline derive appendices/D.md D.edited.docx --name DP101',
        'sec-redline derive appendices edited --name DP101 --title "Clearer routes" --out appendices/changes/DP101.md',
      ),
    )
    .action(async (before, after, options) => {
      const { deriveCommand } = await import('./derive.ts');
      finish(deriveCommand(io, { ...options, before, after }));
    });
  program
    .command('import <file>')
    .description('a Word file as Markdown; what Markdown cannot carry is told')
    .option('--out <file>', 'write the Markdown here; without it, it is printed')
    .addOption(
      new Option('--revisions <how>', 'tracked changes: all accepted, all rejected, or accepted and each of them told')
        .choices(['accept', 'reject', 'both'])
        .default('accept'),
    )
    .addHelpText(
      'after',
      examples('sec-redline import D.docx --out appendices/D.md', 'sec-redline import D.docx --revisions reject'),
    )
    .action(async (file, options) => {
      const { importCommand } = await import('./import.ts');
      finish(importCommand(io, { ...options, file }));
    });
  program
    .command('find <term...>')
    .description('the provisions that mention all these terms, other names from the definitions included')
    .option('--change <name>', 'count the words that this change declares to mean the same')
    .option('--after', 'look in the text after that change')
    .option('--option <letter>', 'of a change that offers options, the text after this one')
    .option('--within', 'count a term inside a longer defined term too: “CSR” in “CSR Web Service”')
    .option('--json', 'print what is found as JSON')
    .addHelpText(
      'after',
      examples(
        'sec-redline find "Device CSR" SPOTI',
        'sec-redline find --change DP074 "Device CSR" SPOTI',
        'sec-redline find --change DP074 --after "Device CSR" SPOTI',
      ),
    )
    .action(async (terms, options, command) => {
      const { findCommand } = await import('./find.ts');
      finish(findCommand(io, { ...command.optsWithGlobals(), ...options, terms }));
    });
  program
    .command('format [file...]')
    .description('put sources into canonical form: the files named, or all documents')
    .option('--check', 'change nothing; fail where a file is not canonical')
    .addHelpText('after', examples('sec-redline format', 'sec-redline format --check appendices/D.md'))
    .action(async (files, options, command) => {
      const { formatCommand } = await import('./format.ts');
      finish(formatCommand(io, { ...command.optsWithGlobals(), ...options, files }));
    });
}

function formatList(value: string): readonly Format[] {
  const names = value.split(',').map((name) => name.trim());
  const wrong = names.filter((name) => !isFormat(name));
  if (wrong.length > 0)
    throw new InvalidArgumentError(
      `Expected some of ${formats.join(', ')}, found ${wrong.filter((name) => name !== '').join(', ') || 'nothing'}.`,
    );
  return names.filter(isFormat);
}

function examples(...lines: readonly string[]): string {
  return `\nFor example:\n${lines.map((line) => `  ${line}`).join('\n')}\n`;
}
