export function summarise(text: string, status: number): { passed: number; failed: number };
