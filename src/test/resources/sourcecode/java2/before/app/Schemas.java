package a;
interface Schemas { String PUBLIC = "public"; }
