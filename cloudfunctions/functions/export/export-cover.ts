/** What a file says of itself: whose it is, why, as of when. It stands in the workbook alone, so that kept sheets serve anybody. */
import { dayOf, minuteOf } from '@domain/kernel/day';
import type { ExportKind } from '@domain/export/export-state';
import { ROLE_WORDS } from '@domain/identity/role';
import type { WorkbookCover } from '../../spreadsheet/workbook';
import { digestId } from '../../vault/random-id';
import type { ExportTask } from './export-cursor';

const KIND_WORDS: Readonly<Record<ExportKind, string>> = {
  compoundTable: '一个小区一张表',
  householdCard: '一户一档',
  doorCard: '一房一档',
};
const COUNTED: Readonly<Record<ExportKind, string>> = {
  compoundTable: '行数',
  householdCard: '户数',
  doorCard: '房数',
};
const MARK_LENGTH = 8;

function moment(ms: number): string {
  return `${dayOf(ms)} ${minuteOf(ms)}`;
}

export function coverOf(
  task: ExportTask,
  { asOf, rows, compounds }: { readonly asOf: number; readonly rows: number; readonly compounds: number },
): WorkbookCover {
  const { _id, kind, clear, scopeName, reason, requesterRole, requesterLabel, requesterId, at } = task;
  const mark = digestId('mark', requesterId).slice(0, MARK_LENGTH).toUpperCase();
  return {
    title: `${scopeName} ${KIND_WORDS[kind]}`,
    lines: [
      ['数据截至', moment(asOf)],
      ['小区数', String(compounds)],
      [COUNTED[kind], String(rows)],
      ['姓名和电话', clear ? '成年人姓名和电话是完整的，请妥善保管，用完删除' : '已遮挡'],
      ['申请人', `${ROLE_WORDS[requesterRole]} ${requesterLabel}（${mark}）`],
      ['用途', reason],
      ['申请时间', moment(at)],
      ['编号', _id],
      ['说明', '内部资料，不要外传，不要发到群里'],
    ],
    watermark: [`${requesterRole} ${mark}`, moment(asOf), _id.slice(0, MARK_LENGTH)],
  };
}

/** Told apart by its name from the other one of the same day, which holds every name in full. */
export function fileNameOf({ scopeName, kind, clear }: ExportTask, asOf: number): string {
  return `${scopeName}_${KIND_WORDS[kind]}_${clear ? '完整' : '遮住'}_${dayOf(asOf)}.xlsx`;
}
