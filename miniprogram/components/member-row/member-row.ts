/**
 * One member of a household: open, three tile groups, two facts and a name; closed, one line.
 * Properties:
 *   member       { key, relation, gender, ageBand, livesHere, hukouHere, name }: codes as strings, '' = not answered
 *   choices      { relations, genders, ageBands }: Choice[] = { value, label, figure? }. `figure` draws the avatar:
 *                'man' | 'woman' on genders, 'baby' | 'child' | 'adult' | 'elder' on age bands, 'head' on relations
 *   position     1-based place in the list
 *   open         expanded; only one row of a list should be
 *   asksName     the name field is shown (from 14 years up); namePlaceholder: words in the empty field
 *   fixedRelation  the relation is not asked (the head's own row)
 *   removable    offers 删掉
 *   errors       { relation?, gender?, ageBand?, place?, name? }: words under each group
 *   large        大字
 * Events: `change` { key, field: 'relation' | 'gender' | 'ageBand' | 'livesHere' | 'hukouHere' | 'name', value: string | boolean },
 *   `toggle` { key }, `remove` { key }.
 */
interface Choice {
  value: string;
  label: string;
  figure?: string;
}

interface Choices {
  relations?: Choice[];
  genders?: Choice[];
  ageBands?: Choice[];
}

interface Member {
  key: string;
  relation: string;
  gender: string;
  ageBand: string;
  livesHere: boolean;
  hukouHere: boolean;
  name: string;
}

interface MemberFace {
  title: string;
  facts: string;
  missing: string;
  figure: string;
  head: boolean;
  places: string[];
}

const PLACES = [
  { value: 'livesHere', label: '住在这儿' },
  { value: 'hukouHere', label: '户口在这儿' },
];

const UNKNOWN: Member = {
  key: '',
  relation: '',
  gender: '',
  ageBand: '',
  livesHere: false,
  hukouHere: false,
  name: '',
};

function chosen(choices: Choice[] | undefined, value: string): Choice | undefined {
  return choices?.find((choice) => choice.value === value);
}

function placeWords(member: Member): string {
  const also = member.livesHere === member.hukouHere ? '也' : '';
  return `${member.livesHere ? '住' : '不住'}这儿，户口${also}${member.hukouHere ? '在' : '不在'}`;
}

/** `adult-woman`: which figure is drawn. Unknown people are drawn as grown-ups. */
function figureOf(gender: Choice | undefined, age: Choice | undefined): string {
  return `${age?.figure ?? 'adult'}-${gender?.figure ?? 'man'}`;
}

function factsOf(answers: (Choice | undefined)[]): string {
  return answers.flatMap((answer) => (answer === undefined ? [] : [answer.label])).join(' · ');
}

function faceOf(member: Member, choices: Choices): MemberFace {
  const relation = chosen(choices.relations, member.relation);
  const gender = chosen(choices.genders, member.gender);
  const age = chosen(choices.ageBands, member.ageBand);
  const asked = [
    { word: '关系', answer: relation },
    { word: '性别', answer: gender },
    { word: '年龄', answer: age },
  ];
  const unanswered = asked
    .filter((question) => question.answer === undefined)
    .map((question) => question.word);
  return {
    title: member.name || relation?.label || '家里人',
    facts: factsOf(member.name === '' ? [gender, age] : [relation, gender, age]),
    missing: unanswered.length === 0 ? '' : `还要点：${unanswered.join('、')}`,
    figure: figureOf(gender, age),
    head: relation?.figure === 'head',
    places: PLACES.map((place) => place.value).filter((place) =>
      place === 'livesHere' ? member.livesHere : member.hukouHere,
    ),
  };
}

Component({
  properties: {
    member: { type: Object, value: {} },
    choices: { type: Object, value: {} },
    position: { type: Number, value: 1 },
    open: { type: Boolean, value: false },
    asksName: { type: Boolean, value: true },
    namePlaceholder: { type: String, value: '' },
    fixedRelation: { type: Boolean, value: false },
    removable: { type: Boolean, value: false },
    errors: { type: Object, value: {} },
    large: { type: Boolean, value: false },
  },
  data: { key: '', face: faceOf(UNKNOWN, {}), placeWords: placeWords(UNKNOWN), placeOptions: PLACES },
  observers: {
    'member, choices': function (member: Partial<Member>, choices: Choices) {
      const whole = { ...UNKNOWN, ...member };
      this.setData({ key: whole.key, face: faceOf(whole, choices), placeWords: placeWords(whole) });
    },
  },
  methods: {
    onToggle() {
      this.triggerEvent('toggle', { key: this.data.key });
    },
    onRemove() {
      this.triggerEvent('remove', { key: this.data.key });
    },
    onChoose(event: WechatMiniprogram.CustomEvent<{ value: string }, object, { field: string }>) {
      const { field } = event.currentTarget.dataset;
      this.triggerEvent('change', { key: this.data.key, field, value: event.detail.value });
    },
    onPlace(event: WechatMiniprogram.CustomEvent<{ value: string; chosen: boolean }>) {
      const { value: field, chosen: value } = event.detail;
      this.triggerEvent('change', { key: this.data.key, field, value });
    },
    onName(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('change', { key: this.data.key, field: 'name', value: event.detail.value });
    },
  },
});
