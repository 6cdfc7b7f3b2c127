import { createRequire } from 'node:module';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';

/** A definition in Amazon's specification, which is Swagger 2.0. Only the parts that Amazon uses are here. */
interface Definition {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
  readonly allOf?: readonly (Definition & { readonly $ref?: string })[];
  readonly discriminator?: string;
  readonly 'x-discriminator-value'?: string;
}

const PREFIX = '#/definitions/';

/**
 * Creates a check against one of Amazon's own definitions. It refuses properties that the definition does not list.
 * Source: SMAPI, `ask-smapi-model/spec.json`. The schema is compiled at the first check.
 *
 * @param root the name of the definition, e.g. `v1.skill.Manifest.SkillManifestEnvelope`.
 * @param namespace the beginning of the names of all definitions that it uses.
 * @returns a function that returns one sentence for each fault of a value, and never throws.
 */
export function schemaCheck(root: string, namespace: string): (value: unknown) => string[] {
  let compiled: ValidateFunction | null = null;
  return (value) => {
    compiled ??= compileSchema(root, namespace);
    if (compiled(value)) return [];
    return [...new Set((compiled.errors ?? []).map(sentenceOf))];
  };
}

function compileSchema(root: string, namespace: string): ValidateFunction {
  const spec = createRequire(import.meta.url)('ask-smapi-model/spec.json') as {
    definitions: Record<string, Definition>;
  };
  const names = Object.keys(spec.definitions).filter((name) => name.startsWith(namespace));
  const definitions = Object.fromEntries(names.map((name) => [name, closed(name, spec.definitions)]));
  // Amazon uses formats loosely ("uri" for an ARN), so that they are not checked. Its patterns are.
  return new Ajv({ allErrors: true, strict: false, discriminator: true, validateFormats: false }).compile({
    $ref: PREFIX + root,
    definitions,
  });
}

/**
 * A definition as a schema that refuses properties it does not list. A definition that others extend becomes a choice
 * between these.
 */
function closed(name: string, definitions: Readonly<Record<string, Definition>>): object {
  const definition = definitions[name] as Definition;
  const { discriminator } = definition;
  if (discriminator !== undefined) {
    const choices = Object.values(definitions).filter((one) => one.allOf?.[0]?.$ref === PREFIX + name);
    return {
      type: 'object',
      required: [discriminator],
      discriminator: { propertyName: discriminator },
      oneOf: choices.map((choice) => merged(definition, choice, discriminator)),
    };
  }
  return definition.properties === undefined ? definition : { ...definition, additionalProperties: false };
}

/** A base definition and one that extends it, as one schema that refuses other properties. */
function merged(base: Definition, choice: Definition, discriminator: string): object {
  const parts = [base, ...(choice.allOf ?? [])];
  return {
    type: 'object',
    required: parts.flatMap((part) => part.required ?? []),
    properties: {
      ...Object.assign({}, ...parts.map((part) => part.properties ?? {})),
      [discriminator]: { const: choice['x-discriminator-value'] },
    },
    additionalProperties: false,
  };
}

function sentenceOf({ instancePath, message, params }: ErrorObject): string {
  const where = instancePath === '' ? 'The file' : instancePath.slice(1).replaceAll('/', '.');
  const unknown = (params as { additionalProperty?: string }).additionalProperty;
  const allowed = (params as { allowedValues?: string[] }).allowedValues;
  if (unknown !== undefined) return `${where} has a property that Amazon does not know: "${unknown}".`;
  return `${where} ${message ?? 'is not as Amazon expects'}${allowed === undefined ? '' : ` (${allowed.join(', ')})`}.`;
}
