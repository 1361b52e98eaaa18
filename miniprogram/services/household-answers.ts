/**
 * What a touch does to a form that is being filled: pure steps from answers to answers. Used by the resident's form and by
 * whoever fills one for somebody else.
 */
import { isUnder14 } from '@domain/census/age-band';
import { formPathOf, type HouseholdFormDraft, type UnfinishedMember } from '@domain/census/form-draft';
import type { HouseholdForm } from '@domain/census/household-form';
import type { FormView } from '@domain/contract/census';
import type { MemberDraft } from '@domain/census/member';
import type { RelationCode } from '@domain/census/codes';
import { needsGuardian } from '@domain/census/form-rules';
import { HEAD, SPOUSE } from '@domain/census/relation';
import { readName } from '@domain/register/person-name';
import { normalisePhone } from '@domain/register/phone';
import { normalisePlate } from '@domain/register/plate';
import { withAskedTenancy } from '@domain/tenancy/tenancy';

export type Answers = HouseholdFormDraft;

export function newAnswers(): Answers {
  return { hukouOnlyCount: 0, members: [], vehicles: [], care: [], contactOk: false, reasons: {} };
}

/** People the form speaks of: those who live here and those who are only registered here. */
export function peopleExpected({ liveCount = 0, hukouOnlyCount = 0 }: Answers): number {
  return liveCount + hukouOnlyCount;
}

/** The head's name is asked once: it is also the name of the head's own row. */
export function withHeadName(answers: Answers, headName: string): Answers {
  return {
    ...answers,
    headName,
    members: membersOf(answers).map((one) => (isHead(one) ? { ...one, name: headName } : one)),
  };
}

export function withLiveCount(answers: Answers, liveCount: number, newKey: () => string): Answers {
  return withHeadRow({ ...answers, liveCount }, newKey);
}

export function withHukouOnlyCount(answers: Answers, hukouOnlyCount: number, newKey: () => string): Answers {
  return withHeadRow({ ...answers, hukouOnlyCount }, newKey);
}

/** 楼长代填, 网格员代填: who fills from a seat has said it by the seat, and is not asked. */
const SAID_BY_SEAT: readonly (number | undefined)[] = [5, 6];

export function isSaidBySeat({ fillRole }: Answers): boolean {
  return SAID_BY_SEAT.includes(fillRole);
}

/** An empty home, or a landlord, lists nobody: rows that came by themselves and hold no answer yet go again. */
export function withPath(answers: Answers, change: Pick<Answers, 'useState' | 'fillRole'>): Answers {
  const next = { ...answers, ...change };
  const isListed = membersOf(answers).some(
    ({ gender, ageBand }) => gender !== undefined || ageBand !== undefined,
  );
  if (isListed || formPathOf({ ...next, members: [] }) === 'whole') return next;
  return { ...next, members: [], liveCount: undefined, hukouOnlyCount: 0 };
}

/** The first row is the head's; it comes by itself with the first counted person. */
function withHeadRow(answers: Answers, newKey: () => string): Answers {
  const isEmpty = membersOf(answers).length === 0;
  const isCounted = peopleExpected(answers) > 0;
  if (!isEmpty || !isCounted || formPathOf(answers) !== 'whole') return answers;
  return { ...answers, members: [headRow(answers, newKey)] };
}

function headRow(answers: Answers, newKey: () => string): UnfinishedMember {
  const livesHere = (answers.liveCount ?? 0) > 0 || (answers.hukouOnlyCount ?? 0) === 0;
  return { key: newKey(), relation: HEAD, livesHere, hukouHere: !livesHere, name: answers.headName ?? '' };
}

/** The next person is registered where the one before is, and lives here while the counted ones are not all listed. */
export function withNewMember(answers: Answers, newKey: () => string): Answers {
  const members = membersOf(answers);
  if (members.length === 0) return { ...answers, members: [headRow(answers, newKey)] };
  const living = members.filter((member) => member.livesHere === true).length;
  const livesHere = living < (answers.liveCount ?? 0) || (answers.hukouOnlyCount ?? 0) === 0;
  const hukouHere = livesHere ? (members[members.length - 1]?.hukouHere ?? false) : true;
  return { ...answers, members: [...members, { key: newKey(), livesHere, hukouHere }] };
}

export function withoutMember(answers: Answers, key: string): Answers {
  return { ...answers, members: membersOf(answers).filter((member) => member.key !== key || isHead(member)) };
}

export type MemberChange = Partial<Omit<MemberDraft, 'key'>>;

export function withMember(answers: Answers, key: string, change: MemberChange): Answers {
  const head = membersOf(answers).find(isHead);
  const members = membersOf(answers).map((member) => {
    if (member.key !== key) return member;
    const guessed = change.relation === undefined ? {} : guessFrom(change.relation, member, head);
    return { ...member, ...guessed, ...change };
  });
  return { ...answers, members };
}

/** A spouse is mostly of the other sex and of the head's age. Answers already given are left alone. */
function guessFrom(
  relation: RelationCode,
  member: UnfinishedMember,
  head: UnfinishedMember | undefined,
): MemberChange {
  if (relation !== SPOUSE || head === undefined) return {};
  const gender = head.gender === 1 ? 2 : 1;
  return {
    ...(member.gender === undefined && (head.gender === 1 || head.gender === 2) ? { gender } : {}),
    ...(member.ageBand === undefined && head.ageBand !== undefined ? { ageBand: head.ageBand } : {}),
  };
}

export function withReason(answers: Answers, code: string, reason: string): Answers {
  return { ...answers, reasons: { ...answers.reasons, [code]: reason } };
}

/** From 14 up a name is asked; the head's own is asked at the top. */
export function asksNameOf(member: UnfinishedMember): boolean {
  return !isHead(member) && member.ageBand !== undefined && !isUnder14(member.ageBand);
}

export function isHead(member: UnfinishedMember): boolean {
  return member.relation === HEAD;
}

export function membersOf({ members = [] }: Answers): readonly UnfinishedMember[] {
  return members;
}

/**
 * The form as it is sent. Call it only when `unsettledFindings` is empty: what the path does not ask is left out, texts
 * are in their stored form.
 */
export function formOf(answers: Answers): HouseholdForm | undefined {
  const { useState, fillRole, phone } = answers;
  if (useState === undefined || fillRole === undefined || phone === undefined) return undefined;
  const members = membersOf(answers)
    .map(memberOf)
    .filter((member) => member !== undefined);
  if (members.length < membersOf(answers).length) return undefined;
  return {
    useState,
    fillRole,
    ...headNameOf(answers),
    phone: { ...phone, number: normalisePhone(phone.number) },
    ...tenancyOf(answers),
    ...countsOf(answers),
    members,
    ...wishesOf(answers),
    ...(needsGuardian(answers) ? { guardianConsent: answers.guardianConsent === true } : {}),
    ...helpOf(answers),
    reasons: { ...answers.reasons },
  };
}

/** Who filled it for the household, and what was not answered on purpose. */
function helpOf({ helper, refused = [] }: Answers): Pick<HouseholdForm, 'helper' | 'refused'> {
  const { name, relation } = helper ?? {};
  return {
    ...(name === undefined || relation === undefined ? {} : { helper: { name: nameOf(name), relation } }),
    ...(refused.length === 0 ? {} : { refused: [...refused] }),
  };
}

/** A tenancy that is asked and of which something was said; one that is not whole does not get this far. */
function tenancyOf(answers: Answers): Pick<HouseholdForm, 'tenancy'> {
  const { tenancy = {} } = withAskedTenancy(answers);
  const { landlordName = '', landlordPhone, startOn, endOn, hasContract } = tenancy;
  if (startOn === undefined || hasContract === undefined) return {};
  return {
    tenancy: {
      landlordName: nameOf(landlordName),
      ...textOf('landlordPhone', landlordPhone && normalisePhone(landlordPhone)),
      startOn,
      ...textOf('endOn', endOn),
      hasContract,
    },
  };
}

function headNameOf(answers: Answers): Pick<HouseholdForm, 'headName'> {
  const { headName } = answers;
  return headName === undefined || formPathOf(answers) !== 'whole' ? {} : { headName: nameOf(headName) };
}

function countsOf({
  liveCount = 0,
  hukouOnlyCount = 0,
}: Answers): Pick<HouseholdForm, 'liveCount' | 'hukouOnlyCount'> {
  return { liveCount, hukouOnlyCount };
}

type Wishes = Pick<HouseholdForm, 'vehicles' | 'care' | 'suggestion' | 'volunteer' | 'contactOk'>;

function wishesOf({ vehicles = [], care = [], suggestion, volunteer, contactOk = false }: Answers): Wishes {
  return {
    vehicles: vehicles.map((one) => ({ ...one, plate: normalisePlate(one.plate) })),
    care: [...care],
    ...textOf('suggestion', suggestion),
    ...(volunteer === undefined ? {} : { volunteer }),
    contactOk,
  };
}

/** Answers a correction starts from: everything that is held, without what a viewer adds. */
export function answersOf(view: FormView): Answers {
  const form: Partial<FormView> = { ...view };
  delete form.findings;
  return form;
}

function memberOf(member: UnfinishedMember): MemberDraft | undefined {
  const { key, relation, gender, ageBand, livesHere = false, hukouHere = false } = member;
  if (relation === undefined || gender === undefined || ageBand === undefined) return undefined;
  return {
    ...{ key, relation, gender, ageBand, livesHere, hukouHere },
    ...textOf('name', member.name === undefined ? undefined : nameOf(member.name)),
    ...textOf('idNumber', member.idNumber),
    ...textOf('idLast4', member.idLast4),
  };
}

function nameOf(text: string): string {
  return readName(text) ?? text.trim();
}

/** An empty box is no answer. */
function textOf<Field extends string>(
  field: Field,
  text: string | undefined,
): Partial<Record<Field, string>> {
  const trimmed = (text ?? '').trim();
  const filled: Partial<Record<Field, string>> = {};
  if (trimmed !== '') filled[field] = trimmed;
  return filled;
}
