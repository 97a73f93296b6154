<?php
use Illuminate\Database\Eloquent\Model;

class Order extends Model {}
class Topic extends Model { protected $table = 'ai_services.topics'; }
class Users {}
