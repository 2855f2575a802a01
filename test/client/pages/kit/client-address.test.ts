import { describe, expect, test } from 'vitest';
import { countedAs } from '../../../../src/client/pages/kit/client-address.js';

describe('who asks is counted', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::ffff', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['64:ff9b::192.0.2.33', '64:ff9b:0:0::/64'],
    ['sconosciuto', 'sconosciuto'],
  ])('%s as %s', (address, counted) => {
    expect(countedAs(address)).toBe(counted);
  });

  test('as one, whichever of the addresses of a network they come from', () => {
    const addresses = Array.from({ length: 50 }, (_, i) => `2001:db8:7:7:${i.toString(16)}::${i}`);
    expect(new Set(addresses.map(countedAs)).size).toBe(1);
  });
});
