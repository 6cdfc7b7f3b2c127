import { asArray, asString, isRecord, type JsonRecord } from '../json-value.ts';
import { bind, isTruthy, type Scope } from './data-binding.ts';
import { readPlainText, readSsml } from './ssml.ts';
import { SECONDS_PER_SOUND, secondsOf, type TimelineSegment, textOf } from './timeline.ts';
import type { Violation } from './violation.ts';

/** What is heard of an APLA document. */
export interface AplaRendering {
  readonly segments: readonly TimelineSegment[];
  /** The contents of the Speech components, in the order of the document. */
  readonly ssml: readonly string[];
  /** The number of Audio components. */
  readonly audioFiles: number;
  /** The number of `<audio>` tags inside Speech components. */
  readonly audioTags: number;
  readonly violations: readonly Violation[];
}

/** The components that are supported: those of APLA 0.91. Source: Alexa docs, "APL for Audio Reference". */
type Component = 'Sequencer' | 'Mixer' | 'Selector' | 'Speech' | 'Silence' | 'Audio';

/** The versions of APLA. Source: Alexa docs, "APLA Document", property `version`: it is required. */
const VERSIONS: readonly unknown[] = ['0.8', '0.9', '0.91'];

/** The filters that change nothing of how long something is heard. Source: Alexa docs, "Filters (APL for Audio)". */
const LASTING_AS_LONG: readonly unknown[] = ['Volume', 'FadeIn', 'FadeOut'];

/**
 * Renders the document of an `Alexa.Presentation.APLA.RenderDocument` directive as a flat list of what is heard. A
 * Selector and the main template play their first item whose `when` is true; a Mixer lasts as long as its longest item.
 * What is documented and not simulated (compositions, `data`, `bind`, random choices, filters that change the length) is
 * a violation with which Alexa plays the document. Never throws.
 */
export function renderApla(directive: JsonRecord): AplaRendering {
  const violations: Violation[] = [];
  const ssml: string[] = [];
  let audioFiles = 0;
  let audioTags = 0;
  const refuse = (sentence: string) => {
    violations.push({ sentence, refused: true });
  };
  const leaveOut = (what: string, instead: string) => {
    violations.push({ sentence: `${what} is not simulated: ${instead}.`, refused: false });
  };

  const components: Readonly<Record<Component, (item: JsonRecord, scope: Scope) => TimelineSegment[]>> = {
    Sequencer: (item, scope) => itemsOf(item).flatMap((child) => play(child, scope)),
    Selector: (item, scope) => {
      const strategy = bound(item.strategy, scope) ?? 'normal';
      if (strategy !== 'normal')
        leaveOut(`The strategy ${String(strategy)} of an APLA Selector`, 'its first item is played here');
      return playFirst(item, scope);
    },
    Mixer: (item, scope) => mixed(itemsOf(item).map((child) => play(child, scope))),
    Silence: (item, scope) => {
      const milliseconds = Number(bound(item.duration, scope));
      if (item.duration === undefined || !Number.isFinite(milliseconds) || milliseconds < 0) {
        refuse(`An APLA Silence has the duration "${String(item.duration)}" instead of milliseconds.`);
        return [];
      }
      return [{ kind: 'silence', seconds: milliseconds / 1000, text: '' }];
    },
    Audio: (item, scope) => {
      audioFiles += 1;
      const source = asString(bound(item.source, scope)) ?? '';
      if (!/^(soundbank|https):\/\/\S+$/u.test(source)) {
        refuse(`An APLA Audio has the source "${source}", neither soundbank:// nor https://.`);
      }
      return [{ kind: 'audio', seconds: SECONDS_PER_SOUND, text: '' }];
    },
    Speech: (item, scope) => {
      const content = asString(bound(item.content, scope));
      if (content === undefined) {
        refuse('An APLA Speech has no content.');
        return [];
      }
      const marked = bound(item.contentType, scope) === 'SSML';
      const speech = marked ? readSsml(content) : readPlainText(content);
      if (!marked && /^\s*<speak>/u.test(content))
        refuse('An APLA Speech holds SSML but its contentType is PlainText.');
      ssml.push(content);
      audioTags += speech.audioTags;
      violations.push(...speech.violations);
      return [...speech.segments];
    },
  };

  const bound = (value: unknown, scope: Scope): unknown =>
    bind(value, scope, (problem) => {
      refuse(`In the APLA document ${problem}.`);
    });
  const holds = (item: JsonRecord, scope: Scope): boolean =>
    item.when === undefined || isTruthy(bind(item.when, scope, () => {}));
  const play = (item: unknown, scope: Scope): TimelineSegment[] => {
    if (!isRecord(item)) {
      refuse('An APLA component is not an object.');
      return [];
    }
    if (!holds(item, scope)) return [];
    const type = asString(item.type) ?? '';
    if (isRecord(document) && isRecord(document.compositions) && Object.hasOwn(document.compositions, type)) {
      leaveOut(`The composition ${type} of an APLA document`, 'nothing of it is played here');
      return [];
    }
    if (!Object.hasOwn(components, type)) {
      refuse(`The APLA component "${type}" is not known.`);
      return [];
    }
    for (const property of ['bind', 'data'] as const) {
      if (asArray(bound(item[property], scope)).length === 0) continue;
      leaveOut(`The property ${property} of an APLA ${type}`, 'nothing of the component is played here');
      return [];
    }
    const filters = item.filters ?? item.filter ?? [];
    for (const one of Array.isArray(filters) ? filters : [filters]) {
      const name = isRecord(one) ? one.type : one;
      if (LASTING_AS_LONG.includes(name)) continue;
      leaveOut(`The filter ${String(name)} of an APLA ${type}`, 'the component is played without it here');
    }
    return components[type as Component](item, scope);
  };
  /** Plays the first child whose `when` is true. */
  const playFirst = (parent: JsonRecord, scope: Scope): TimelineSegment[] => {
    const chosen = itemsOf(parent).find((child) => !isRecord(child) || holds(child, scope));
    return chosen === undefined ? [] : play(chosen, scope);
  };

  const { document } = directive;
  let segments: TimelineSegment[] = [];
  if (isRecord(document) && document.type === 'Link') {
    // What it links to is on Amazon's side. The rules say that it is not simulated.
  } else if (!isRecord(document) || document.type !== 'APLA' || !isRecord(document.mainTemplate)) {
    refuse('The APLA directive has no document of type APLA with a mainTemplate.');
  } else {
    if (!VERSIONS.includes(document.version)) {
      const said =
        document.version === undefined ? 'no version' : `the version ${JSON.stringify(document.version)}`;
      refuse(`The APLA document has ${said}; Alexa knows ${VERSIONS.map((one) => `"${one}"`).join(', ')}.`);
    }
    const scope = scopeOf(document.mainTemplate, directive.datasources);
    segments = playFirst(document.mainTemplate, scope);
  }
  return { segments, ssml, audioFiles, audioTags, violations };
}

/**
 * The data that a template can use. Its parameter `payload` stands for all datasources, and any other parameter for the
 * datasource of that name.
 */
export function scopeOf(mainTemplate: JsonRecord, datasources: unknown): Scope {
  const sources = isRecord(datasources) ? datasources : {};
  const names = asArray(mainTemplate.parameters)
    .map((parameter) => (isRecord(parameter) ? parameter.name : parameter))
    .filter((name) => typeof name === 'string');
  return Object.fromEntries(names.map((name) => [name, name === 'payload' ? sources : sources[name]]));
}

/** The children of a component or template: `items` or `item`, which may be a list or a single child. */
export function itemsOf(parent: JsonRecord): readonly unknown[] {
  const items = parent.items ?? parent.item ?? [];
  return Array.isArray(items) ? items : [items];
}

/**
 * Tracks that play at the same time. The track with the most text comes first. What is left of the longest track
 * follows it, together with the text of all others.
 */
function mixed(tracks: readonly TimelineSegment[][]): TimelineSegment[] {
  const byWords = [...tracks].sort(
    (a, b) => textOf(b).length - textOf(a).length || secondsOf(b) - secondsOf(a),
  );
  const [main = [], ...others] = byWords;
  const rest = Math.max(0, ...others.map(secondsOf)) - secondsOf(main);
  const alsoSaid = textOf(others.flat());
  const tail: TimelineSegment[] =
    alsoSaid !== ''
      ? [{ kind: 'speech', seconds: Math.max(0, rest), text: alsoSaid }]
      : rest > 0
        ? [{ kind: 'audio', seconds: rest, text: '' }]
        : [];
  return [...main, ...tail];
}
