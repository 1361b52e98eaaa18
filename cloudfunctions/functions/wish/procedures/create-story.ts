import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { wishContract } from '@domain/contract/wish';
import { judgesPerson } from '@domain/wish/wish-text';
import { WISH_STATE_WORDS } from '@domain/wish/wish-state';
import type { ChangeContext } from '../../../kernel/context';
import { submitContent } from '../../../records/contents';
import { openWishContact } from '../../../records/sealed-wish';
import {
  moveWish,
  placeOfBeneficiary,
  placeOfClaimant,
  reachedWish,
  tellMaker,
} from '../../../records/wishes';
import type { WishDocument } from '../../../repositories/documents';

type Input = ProcedureParsed<(typeof wishContract)['createStory']>;
type Output = ProcedureOutput<(typeof wishContract)['createStory']>;

const NAMED = '故事里不写名字，写“一位老人”“这家人”就好';
const JUDGED = '故事里也不写一个人住、病、困难，写怎么帮上忙的就好';

function checkStory({ state }: WishDocument, text: string): void {
  if (state !== 'confirmed') {
    const sentence = `心愿现在是“${WISH_STATE_WORDS[state]}”，圆梦以后再写故事`;
    throw new Problem('WRONG_STATE', { state, sentence });
  }
  if (judgesPerson(text)) throw new Problem('CONTENT_REJECTED', { field: 'text', sentence: JUDGED });
}

const ASKED = {
  own: '志愿者写了故事，您同意才会挂出来。',
  helped: '志愿者写了故事。请本人在纸上签字同意，您交给社区，才会挂出来。',
} as const;

/** Numbers and addresses are refused of any text; the name of whom it is about is known here, as long as it is kept. */
function checkNameless({ keyring }: ChangeContext, wish: WishDocument, text: string): void {
  const { name = '' } = openWishContact(keyring, wish) ?? {};
  const isNamed = Array.from(name).length > 1 && text.replace(/\s/g, '').includes(name.replace(/\s/g, ''));
  if (isNamed) throw new Problem('CONTENT_REJECTED', { field: 'text', sentence: NAMED });
}

/** Written by either side. Who it is about says yes first: by writing it, by a tap, or on paper. */
export async function createStory(context: ChangeContext, { wishId, text }: Input): Promise<Output> {
  const { caller, today } = context;
  const isVolunteer = caller.role === 'VO';
  const wish = await reachedWish(context, wishId, isVolunteer ? placeOfClaimant : placeOfBeneficiary);
  checkStory(wish, text);
  checkNameless(context, wish, text);
  const { communityId } = wish;
  await submitContent(context, { kind: 'story', subjectId: wishId, communityId, text }, { isFirst: false });
  if (isVolunteer) tellMaker(context, wish, ASKED[wish.isHelped ? 'helped' : 'own']);
  const story = {
    writtenBy: caller.userId,
    allowedOn: isVolunteer ? '' : today,
    isOnPaper: false,
    text: '',
  };
  return moveWish(context, wish, { state: wish.state, change: { story }, fields: ['story'] });
}
