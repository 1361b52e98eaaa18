import { addDays } from '@domain/kernel/calendar';
import type { ProcedureOutput, ProcedureParsed } from '@domain/kernel/contract';
import { Problem } from '@domain/kernel/problem';
import type { wishContract } from '@domain/contract/wish';
import { mayEscort } from '@domain/wish/wish';
import { clockOfReturn } from '@domain/wish/wish-clock';
import type { ChangeContext } from '../../../kernel/context';
import { findContent, releaseContent, returnContent } from '../../../records/contents';
import { tell } from '../../../records/messages';
import { checkReason } from '../../../records/reasons';
import { openWishCode, openWishPrivate, openWishText, sealWishReason } from '../../../records/sealed-wish';
import { checkedState, moveWish, pageFor, reachedWish, tellMaker } from '../../../records/wishes';
import type { WishDocument } from '../../../repositories/documents';
import { checkWords } from '../keep-wish';

type Input = ProcedureParsed<(typeof wishContract)['review']>;
type Output = ProcedureOutput<(typeof wishContract)['review']>;
type Release = Extract<Input['verdict'], { is: 'release' }>;
type Return = Extract<Input['verdict'], { is: 'return' }>;

const ASK_FIRST = '先问过本人：确实需要，也同意挂出来';
const MONEY = '像是要钱或借钱，先问清楚；确实不是钱，勾上“不是要钱”再放';
const ALONE = '本人一个人住，第一次上门要有人陪，或送到服务台';
const BY_ITSELF = '这是本人自己提的，没有替提的人能陪，换一种送法';

async function contentOf(context: ChangeContext, { _id }: WishDocument) {
  const content = await findContent(context.store, 'wish', _id);
  if (content === undefined) throw new Problem('NOT_FOUND');
  return content;
}

/** Throws CONSENT_REQUIRED, CONTENT_REJECTED or VALIDATION: what keeps a person from releasing this wish as it stands. */
function checkRelease({ keyring }: ChangeContext, wish: WishDocument, said: Release): void {
  if (!said.needSeen || !said.agreed) {
    throw new Problem('CONSENT_REQUIRED', { sentence: ASK_FIRST });
  }
  checkWords(openWishText(keyring, wish), { isFirst: false });
  if (wish.isMoney && said.notMoney !== true) throw new Problem('CONTENT_REJECTED', { sentence: MONEY });
  const isAlone = openWishPrivate(keyring, wish)?.isAlone ?? false;
  if (!mayEscort(said.escort, { isAlone, isHelped: wish.isHelped })) {
    throw new Problem('VALIDATION', {
      field: 'escort',
      sentence: said.escort === 'helper' ? BY_ITSELF : ALONE,
    });
  }
}

/** From here on it is public; the code goes to who made it, who writes it on a slip of paper for somebody without a phone. */
async function release(context: ChangeContext, wish: WishDocument, said: Release): Promise<Output> {
  const state = checkedState(wish, 'release', wish.version);
  checkRelease(context, wish, said);
  const { keyring, caller, now, today } = context;
  releaseContent(context, await contentOf(context, wish));
  const what = wish.isHelped
    ? '写在纸条上交给本人，东西收到了再说给志愿者。'
    : '东西收到了，再把这四位数说给志愿者。';
  tell(context, {
    userId: wish.madeBy,
    kind: 'wishCode',
    values: { place: wish.compound, note: `${openWishCode(keyring, wish)}。${what}` },
    // Whoever helps several reads there whose it is.
    link: pageFor(wish, wish.madeBy),
    isSecret: true,
  });
  tellMaker(context, wish, '社区看过，挂出来了。');
  return moveWish(context, wish, {
    state,
    change: {
      text: openWishText(keyring, wish),
      kind: said.kind,
      limitYuan: said.limitYuan ?? 0,
      dueOn: addDays(today, said.dueDays),
      escort: said.escort,
      publishedAt: now,
      reviewedBy: caller.userId,
      desk: '',
    },
    fields: ['need', 'consent', ...(wish.isMoney ? ['not-money'] : [])],
  });
}

async function sendBack(context: ChangeContext, wish: WishDocument, { reason }: Return): Promise<Output> {
  const state = checkedState(wish, 'return', wish.version);
  checkReason(reason);
  returnContent(context, await contentOf(context, wish), reason);
  tellMaker(context, wish, '社区请您改一改再交。');
  const sealedReason = sealWishReason(context.keyring, wish._id, reason);
  return moveWish(context, wish, {
    state,
    change: { sealedReason, desk: '', ...clockOfReturn(context.today) },
    fields: ['return'],
  });
}

/** Somebody else than the home itself, and than who made the wish, has asked and decides. */
export async function review(context: ChangeContext, { wishId, version, verdict }: Input): Promise<Output> {
  const wish = await reachedWish(context, wishId);
  if (wish.barred.includes(context.caller.userId)) throw new Problem('FORBIDDEN');
  checkedState(wish, verdict.is, version);
  return verdict.is === 'release' ? release(context, wish, verdict) : sendBack(context, wish, verdict);
}
