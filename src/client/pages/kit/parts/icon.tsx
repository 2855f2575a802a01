import type { Assets } from '../assets.js';

/** Icons of bootstrap-italia's sprite the console uses. */
export type IconName =
  | 'it-arrow-left'
  | 'it-arrow-right'
  | 'it-arrow-right-circle'
  | 'it-ban'
  | 'it-calendar'
  | 'it-chart-line'
  | 'it-check'
  | 'it-check-circle'
  | 'it-chevron-right'
  | 'it-clip'
  | 'it-clock'
  | 'it-close-circle'
  | 'it-download'
  | 'it-external-link'
  | 'it-file'
  | 'it-flag'
  | 'it-help-circle'
  | 'it-info-circle'
  | 'it-lock'
  | 'it-mail'
  | 'it-minus-circle'
  | 'it-pa'
  | 'it-pencil'
  | 'it-refresh'
  | 'it-restore'
  | 'it-search'
  | 'it-user'
  | 'it-warning-circle';

/** Always beside a word that says the same: hidden from assistive technology. */
export function Icon({ assets, name, size = 'sm' }: { assets: Assets; name: IconName; size?: 'xs' | 'sm' | 'md' }) {
  return (
    <svg class={size === 'md' ? 'icon' : `icon icon-${size}`} aria-hidden="true" focusable="false">
      <use href={`${assets.url('sprites.svg')}#${name}`} />
    </svg>
  );
}
