import { printContract } from '@domain/contract/print';
import { serve } from '../../kernel/endpoint';
import { printPoster } from './procedures/print-poster';
import { printStickers } from './procedures/print-stickers';

export const main = serve({ contract: printContract, procedures: { printStickers, printPoster } });
