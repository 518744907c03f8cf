import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES, PROBLEMS, problemSentence } from './problem.ts';

describe('问题的说法', () => {
  it.each(PROBLEM_CODES)('%s：不怪人，不说失败，读得完', (code) => {
    expect(problemSentence(code)).not.toMatch(/失败|错误|非法|无效|系统繁忙|请求|服务器|参数/);
    expect(problemSentence(code).length).toBeLessThanOrEqual(40);
    expect([0, 400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 500, 502, 503]).toContain(PROBLEMS[code][0]);
  });
});
