const STEP_MS = 100;

/**
 * Waits until the register shows what a workflow was told: it writes it a moment after it has answered.
 * @returns what `look` gave, or undefined when it gave nothing within the time
 */
export async function waitUntilShown<T>(look: () => Promise<T | undefined>, withinMs = 3_000): Promise<T | undefined> {
  for (let waited = 0; ; waited += STEP_MS) {
    const seen = await look();
    if (seen !== undefined || waited >= withinMs) return seen;
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}
