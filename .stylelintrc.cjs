// Colours, sizes and shadows have names in styles/tokens.wxss; everywhere else only the names are written.
const TOKENS = 'miniprogram/styles/tokens.wxss';
// weui names its own classes, and where it names two at once we have to.
const WEUI = 'miniprogram/styles/weui.wxss';

/** @type {import('stylelint').Config} */
module.exports = {
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
  rules: {
    'at-rule-no-unknown': true,
    'block-no-empty': true,
    'color-named': 'never',
    'color-no-hex': true,
    'color-no-invalid-hex': true,
    'declaration-block-no-duplicate-custom-properties': true,
    'declaration-block-no-duplicate-properties': true,
    'declaration-block-no-shorthand-property-overrides': true,
    'declaration-no-important': true,
    'declaration-property-unit-disallowed-list': {
      '/^(font-size|line-height|border-radius|box-shadow|margin|padding|gap|row-gap|column-gap)/': [
        'px',
        'rpx',
        'rem',
        'em',
        'pt',
      ],
    },
    'font-family-no-duplicate-names': true,
    'function-disallowed-list': [
      'rgb',
      'rgba',
      'hsl',
      'hsla',
      'hwb',
      'lab',
      'lch',
      'oklab',
      'oklch',
      'color-mix',
      'expression',
    ],
    'function-linear-gradient-no-nonstandard-direction': true,
    'function-no-unknown': [true, { ignoreFunctions: ['env', 'constant'] }],
    'keyframe-block-no-duplicate-selectors': true,
    'keyframe-declaration-no-important': true,
    'media-feature-name-no-unknown': true,
    'no-descending-specificity': true,
    'no-duplicate-selectors': true,
    'no-invalid-position-at-import-rule': true,
    'no-unknown-custom-properties': null,
    'property-no-unknown': true,
    'selector-class-pattern': [
      '^[a-z][a-z0-9]*(-[a-z0-9]+)*(__[a-z0-9]+(-[a-z0-9]+)*)?(--[a-z0-9]+(-[a-z0-9]+)*)?$',
      { message: 'A class is block__element--modifier.' },
    ],
    'selector-max-compound-selectors': 1,
    'selector-max-id': 0,
    'selector-max-type': [0, { ignoreTypes: ['page'] }],
    'selector-max-universal': 0,
    'selector-pseudo-class-disallowed-list': ['active', 'hover'],
    'selector-pseudo-class-no-unknown': [true, { ignorePseudoClasses: ['host'] }],
    'selector-pseudo-element-no-unknown': true,
    'unit-allowed-list': ['px', 'rpx', 'rem', 'em', '%', 'vh', 'vw', 'fr', 's', 'ms', 'deg', 'ch'],
    'unit-no-unknown': [true, { ignoreUnits: ['rpx'] }],
  },
  overrides: [
    {
      files: [TOKENS],
      rules: {
        'color-no-hex': null,
        'function-disallowed-list': null,
        'declaration-property-unit-disallowed-list': null,
      },
    },
    {
      files: [WEUI],
      rules: {
        'selector-class-pattern': null,
        'selector-max-compound-selectors': 3,
      },
    },
  ],
};
