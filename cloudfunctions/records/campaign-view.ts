import { campaignSchema, type Campaign } from '@domain/contract/session';
import type { CampaignDocument } from '../repositories/documents';

/** What every page may say of the campaign, and nothing of what else the street has set up. */
export function viewCampaign(campaign: CampaignDocument & Campaign): Campaign {
  const names = Object.keys(campaignSchema.shape) as (keyof Campaign)[];
  return Object.fromEntries(names.map((name) => [name, campaign[name]])) as unknown as Campaign;
}
