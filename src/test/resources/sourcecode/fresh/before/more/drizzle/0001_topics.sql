ALTER TABLE topics ADD COLUMN users int;
