/** The roles that a new site has. The ids are Jira's own. */
export const ROLE = { administrators: '10002', apps: '10003', members: '10004', viewers: '10005' };
