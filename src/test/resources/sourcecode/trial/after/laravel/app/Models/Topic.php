<?php
namespace App\Models;
use Illuminate\Database\Eloquent\Model;
class Topic extends Model { protected $connection = 'mysql'; protected $table = 'topics'; }
