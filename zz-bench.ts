import { frozenClock } from './emulator/clock';
import { createJira } from './emulator/jira/jira';
import { buildDemoSite } from './emulator/jira/site/demo-site';
import { putIssue, putChangeField, CHANGE_FIELD } from './test/emulator/support/an-issue';
const jira = createJira({ clock: frozenClock(new Date('2026-11-24T09:00:00Z')), baseUrl: () => 'http://x' });
buildDemoSite(jira.store, { appId: 'a', environmentId: 'e', accountId: 'app', displayName: 'x' } as never);
putChangeField(jira);
const N = 100000;
const phases = ['identified','deploying','deployed','closed'];
const gc = () => (globalThis as any).gc?.();
let t = performance.now();
for (let n = 0; n < N; n++) putIssue(jira, { id: String(10000+n), statusId: String(11 + n % 5), issueTypeId: n % 3 ? '10011':'10010', created: new Date(Date.UTC(2025,0,1) + n*500000).toISOString(),
  fields: { summary: `Issue number ${n} of checkout`, assignee: n%4 ? '712020:lee' : null, priority: String(1+n%5), labels: n%7 ? null : ['a','b'], [CHANGE_FIELD]: n%3 ? null : { phase: phases[n%4], isOpen: n%2===0, month: '2026-11', postMortem: { due: new Date(Date.UTC(2025,0,1) + n*500000).toISOString().slice(0,16)+'Z' } } } });
console.log('load', performance.now() - t); gc(); console.log('heap', process.memoryUsage().heapUsed/1e6);
const erin = { kind: 'account', accountId: '712020:erin' } as const;
const ask = async (jql: string, more: object = {}) => { const times: number[] = []; let n = 0;
 for (let i=0;i<7;i++){ const t = performance.now(); const r = await jira.handle(new Request('http://x/rest/api/3/search/jql',{method:'POST',body:JSON.stringify({jql, fields:['summary','status'], ...more})}), erin); const b:any = await r.json(); n = b.issues?.length ?? JSON.stringify(b); times.push(performance.now()-t);} 
 console.log(jql, n, 'first', times[0]!.toFixed(1), 'median', times.slice(1).sort((a,b)=>a-b)[3]!.toFixed(1)); };
(async()=>{
 await ask('project = OPS AND issuetype = "Emergency Change" AND status = Deployed');
 await ask('project = OPS AND issuetype = "Emergency Change" AND status = Deployed', {fields:[]});
 await ask('EmergencyChange.phase = deployed', {fields:[]});
 await ask('created >= "2026-01-01" AND created < "2026-02-01" ORDER BY created DESC', {fields:[]});
 await ask('project = OPS ORDER BY priority DESC, created', {fields:[]});
 await ask('project = OPS ORDER BY summary', {fields:[]});
 await ask('EmergencyChange.due <= "2026-01-01T17:00Z" ORDER BY EmergencyChange.due', {fields:[]});
 await ask('key = OPS-10500', {fields:[]});
 await ask('assignee in membersOf("engineering-leads") AND status WAS Deployed', {fields:[]});
 await ask('summary ~ "checkout 5000"', {fields:[]});
 gc(); console.log('heap', process.memoryUsage().heapUsed/1e6);
 for (let i=0;i<8;i++){const t=performance.now(), c=process.cpuUsage(); jira.searchIndex.observe(); const d=process.cpuUsage(c); console.log("observe", (performance.now()-t).toFixed(1), "cpu", (d.user+d.system)/1000);} 
})();
