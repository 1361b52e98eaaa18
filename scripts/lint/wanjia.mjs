// Rules of our own for the linter: core rules of ESLint with an exemption, and shapes of code that have another place.
import { builtinRules } from 'eslint/use-at-your-own-risk';

/** A core rule that stays silent where `isExempt` says so of the call whose argument the function is. */
function unless(name, isExempt) {
  const rule = builtinRules.get(name);
  const create = (context) => {
    const report = (finding) => {
      const call = finding.node.parent;
      if (call?.type !== 'CallExpression' || !isExempt(call.callee)) context.report(finding);
    };
    return rule.create(Object.create(context, { report: { value: report } }));
  };
  return { meta: rule.meta, create };
}

/** Refuses every node that one of the selectors finds, with what to write in its place. */
function forbid(shapes) {
  const rule = builtinRules.get('no-restricted-syntax');
  const options = Object.entries(shapes).map(([selector, message]) => ({ selector, message }));
  const create = (context) => rule.create(Object.create(context, { options: { value: options } }));
  return { meta: { ...rule.meta, schema: [] }, create };
}

const isChapter = (callee) => callee.name === 'describe' || callee.callee?.object?.name === 'describe';
const isTable = (callee) => callee.callee?.property?.name === 'each';

const HAND_THE_TIME_IN = 'Hand the time in: only a kernel reads the clock.';
const NO_PATTERN = 'Text of a person never becomes a pattern.';

export default {
  meta: { name: 'wanjia' },
  rules: {
    // The body of a `describe` is a chapter and not a function.
    'function-length': unless('max-lines-per-function', isChapter),
    // A row of a table of examples has as many columns as it needs.
    'max-params': unless('max-params', isTable),
    clock: forbid({
      'NewExpression[callee.name="Date"][arguments.length=0]': HAND_THE_TIME_IN,
      'CallExpression[callee.object.name="Date"][callee.property.name="now"]': HAND_THE_TIME_IN,
    }),
    chance: forbid({
      'CallExpression[callee.object.name="Math"][callee.property.name="random"]':
        'Hand the number in: chance belongs to the caller, and secrets to node:crypto.',
    }),
    'old-phones': forbid({
      'Literal[regex.pattern=/\\(\\?<[=!]/]': 'Look-behind does not compile on older phones.',
      'Literal[regex.pattern=/\\\\[pP]\\{/]': 'Property classes are not there on older phones.',
    }),
    queries: forbid({
      'CallExpression[callee.property.name="collection"]':
        'A query lives in repositories/, beside the index that serves it.',
    }),
    paging: forbid({
      'CallExpression[callee.property.name="skip"]': 'Page by cursor: a skipped row is a row read.',
      'CallExpression[callee.property.name=/^(?:watch|callContainer|callApis)$/]':
        'This way into the cloud cannot be pointed elsewhere, so no test could see it.',
    }),
    patterns: forbid({
      'NewExpression[callee.name="RegExp"][arguments.0.type!="Literal"]': NO_PATTERN,
      'CallExpression[callee.name="RegExp"]': NO_PATTERN,
      'CallExpression[callee.property.name="RegExp"]': NO_PATTERN,
      'Literal[value=/-ecb$/i]': 'ECB shows equal blocks; use the envelope.',
    }),
  },
};
