-- contract: no version's processes ever wrote this table; only carrying a district does, by a login of its own
-- Whoever is in a process' place could have shown or hidden a district by one row: only the login that migrates and moves writes it.
revoke insert, update, delete, truncate on districts_elsewhere from assist_application;
