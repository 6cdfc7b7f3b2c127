import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { mutations } from './mutations.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Compiles the skill as it is, or with one file changed, and says how many errors there are. */
function createCompiler(): (changed?: { file: string; text: string }) => number {
  const { config } = ts.readConfigFile(resolve(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const parsed = new Map<string, ts.SourceFile | undefined>();
  let program: ts.Program | undefined;
  return (changed) => {
    const host = ts.createCompilerHost(options);
    const read = host.getSourceFile.bind(host);
    host.getSourceFile = (file, languageVersion) => {
      if (changed !== undefined && resolve(file) === resolve(ROOT, changed.file))
        return ts.createSourceFile(file, changed.text, languageVersion, true);
      if (!parsed.has(file)) parsed.set(file, read(file, languageVersion));
      return parsed.get(file);
    };
    program = ts.createProgram([resolve(ROOT, 'lambda/index.ts')], options, host, program);
    return ts.getPreEmitDiagnostics(program).length;
  };
}

describe('The compiler', () => {
  const compile = createCompiler();

  it('accepts the skill as it is', () => {
    expect(compile()).toBe(0);
  });

  it.each(mutations)('refuses $name', ({ file, from, to }) => {
    const text = readFileSync(resolve(ROOT, file), 'utf8');
    expect(text.split(from)).toHaveLength(2);
    expect(compile({ file, text: text.replace(from, to) })).toBeGreaterThan(0);
  });
});
