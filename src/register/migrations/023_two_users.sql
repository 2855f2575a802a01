-- The user the program runs as owns nothing: it reads which migrations were applied, and applies none.

grant select on migrations to ciclo_app;
