/** What was reported, and what became of it. */
import type { Role } from '@domain/identity/role';
import type { IssueKind, IssueTrack, Milestone } from '@domain/issue/issue';
import type { IssueStage, IssueState } from '@domain/issue/issue-state';
import type { IssueStepName } from '@domain/issue/issue-step';
import type { LedgerCell } from '@domain/issue/ledger';

/** One step of a history. Its note is sealed to `history.<place in the list>`. */
export interface IssueStepRecord {
  readonly step: IssueStepName;
  readonly at: number;
  /** Absent where a timer took it. */
  readonly role?: Role;
  readonly sealedNote?: string;
  readonly dueOn?: string;
}

export interface PictureRecord {
  readonly fileId: string;
  /** `waiting`: nobody but who handles it sees it · `shown` on the board · `kept` off it. */
  readonly state: 'waiting' | 'shown' | 'kept';
}

/**
 * One issue. Of what the street alone sees, community, grid, compound and building stay empty, so that it lies in nobody's
 * territory but the street's; of one outside the street too.
 */
export interface IssueDocument {
  readonly _id: string;
  readonly version: number;
  readonly kind: IssueKind;
  readonly state: IssueState;
  readonly stage: IssueStage;
  readonly streetId: string;
  readonly communityId: string;
  readonly gridId: string;
  readonly compoundId: string;
  readonly buildingId: string;
  /** Compound and building, as the board shows it. */
  readonly plate: { readonly compound: string; readonly line: string };
  readonly isOutside: boolean;
  readonly isStreetOnly: boolean;
  readonly isAnonymous: boolean;
  /** Whose word it is whether it is solved; empty for a reporter without an account. */
  readonly reporterIds: readonly string[];
  /** Where a named reporter lives or works; empty for one who wants no name. */
  readonly reporter: string;
  /** Number of a reporter without an account, sealed to `phone`. */
  readonly sealedPhone?: string;
  /** JSON of text and spot, sealed to `words`. */
  readonly sealedWords: string;
  /** Spot and text, once a person has released them; empty before. */
  readonly publicText: string;
  /** `due`: the text goes to the machine check within a minute · `asked` · `none`: it goes to nobody but the street. */
  readonly checkState: 'none' | 'due' | 'asked';
  /** The platform's name of the author until the check was asked for; sealed to its text's place. */
  readonly sealedOpenid: string;
  /** Empty until it is classified. */
  readonly aspect: string;
  readonly track?: IssueTrack;
  /** Days; empty where none is promised. */
  readonly dueOn: string;
  readonly firstDueOn: string;
  readonly answeredOn: string;
  readonly milestones: readonly Milestone[];
  /** True once a person has released the words of the milestones: until then everybody reads their days alone. */
  readonly isPlanShown?: boolean;
  /** Who has it, and as what: 物业 · 苹果花园. Empty where nobody has. */
  readonly assigneeId: string;
  readonly department: string;
  readonly assignedBy: string;
  /** Staff who had a hand in it: none of them closes it. */
  readonly workedBy: readonly string[];
  readonly history: readonly IssueStepRecord[];
  readonly pictures: readonly PictureRecord[];
  /** Files of the phone that were kept anew, until a timer has erased them. */
  readonly spentFiles: readonly string[];
  readonly rating: number;
  readonly reference: string;
  readonly mergedInto: string;
  readonly isHidden: boolean;
  readonly isOnBoard: boolean;
  readonly boardAt: number;
  readonly followers: number;
  /** The day on which a silent reporter is reminded, or shown apart; empty where nobody is waited for. */
  readonly wakeOn: string;
  /** The day on which pictures and number of one that has ended are erased; empty before. */
  readonly purgeOn: string;
  /** Who follows has not been told yet, and the ledger not been counted. */
  readonly hasNews: boolean;
  /** Of the history, as far as those who follow have been told; absent before the first news. */
  readonly toldSteps?: number;
  /** Day and number in one: most urgent first. */
  readonly sortKey: string;
  /** Where it was born inside a visit: the door, and which knock at it; absent elsewhere. */
  readonly visit?: { readonly doorId: string; readonly number: number };
  readonly at: number;
}

/** Somebody who met the same. `_id` follows from issue and person. */
export interface IssueFollowDocument {
  readonly _id: string;
  readonly issueId: string;
  readonly userId: string;
  readonly at: number;
}

/** Figures of a community's or the street's issues, recounted from them. `_id` is the area's id. */
export interface LedgerDocument {
  readonly _id: string;
  readonly cells: Readonly<Record<string, LedgerCell>>;
  /** Released ones by compound, for the public board; the street's row alone. */
  readonly compounds: readonly {
    readonly id: string;
    readonly name: string;
    readonly open: number;
    readonly solved: number;
  }[];
  readonly asOf: number;
}
