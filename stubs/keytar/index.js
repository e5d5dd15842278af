throw new Error('There is no key store here. Set FORGE_EMAIL and FORGE_API_TOKEN to use the Forge CLI.');
