-- What the live providers know a recording by, and where its cover lies (an address, never a picture).
alter table track add column deezer_id text;
alter table track add column apple_id text;
alter table track add column musicbrainz_id text;
alter table track add column cover text;
